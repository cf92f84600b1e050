"""Translations are older than their source."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "TRN102",
    Severity.WARNING,
    "translations are older than their source",
    """The source changed after the translation. The old translation is shown, because it is usually still right, and
a translator should look at it.""",
    bad=Example(
        body="Text.\n",
        files={
            "i18n/fr.po": b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgctxt "9.9/title"\nmsgid "An older title"\nmsgstr "Un titre"\n'
        },
    ),
    good=Example(body="Text.\n"),
)
