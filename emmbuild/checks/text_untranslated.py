"""Texts are not translated yet."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "TRN101",
    Severity.WARNING,
    "texts are not translated yet",
    """They appear in the source language, marked as such, so that nothing is lost; readers of this language may not
be able to follow.""",
    bad=Example(
        body="Text.\n", files={"i18n/fr.po": b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'}
    ),
    good=Example(body="Text.\n"),
)
