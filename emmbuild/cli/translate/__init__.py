"""`emmbuild translate`: everything a translator or the keeper of language packs does."""

from __future__ import annotations

from emmbuild.cli.translate import exchange, preview, review, status, sync  # noqa: F401
from emmbuild.cli.translate.group import command

__all__ = ["command"]
