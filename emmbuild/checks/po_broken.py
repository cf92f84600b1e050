"""A translation file cannot be read."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "POF101",
    Severity.ERROR,
    "a translation file cannot be read",
    """A PO file was damaged, usually by a merge or a word processor. Nothing of it is used until it is whole again.""",
    bad=Example(files={"i18n/fr.po": b'msgid ""\nmsgstr "\nmsgid'}),
    good=Example(body="Text.\n"),
)
