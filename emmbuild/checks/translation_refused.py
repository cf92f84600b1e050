"""Translations may not be shown as they are."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "TRN103",
    Severity.ERROR,
    "translations may not be shown as they are",
    """With --release or --fallback fail, a language is built only where every text that its readers see is good enough:
not missing, not older than its source, without errors, and as far as --min-status asks.""",
    bad=Example(body="Text.\n", files={"i18n/.release": b""}),
    good=Example(body="Text.\n"),
)
