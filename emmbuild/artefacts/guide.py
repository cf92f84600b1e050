"""The facilitator's guide of the workshop: everything a participant has, and how to teach it."""

from __future__ import annotations

from emmbuild.artefacts.shape import Artefact
from emmbuild.artefacts.workbook import guide

ARTEFACT = Artefact("guide", "Facilitator guide", "trainers", "facilitator", guide)
