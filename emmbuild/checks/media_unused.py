"""A picture is never used."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, Span, warning
from emmbuild.core.subject import Check, Example, Subject


def find(subject: Subject) -> Iterator[Diagnostic]:
    for name in subject.media_present:
        if name not in subject.media:
            yield warning("FIG103", f"{name.rsplit('/', 1)[-1]} is never used", Span(name), hint="use it or delete it")


CHECK = Check(
    "FIG103",
    Severity.WARNING,
    "a picture is never used",
    """A file that no figure names is often an older version; it travels with the course and confuses the next
author.""",
    bad=Example(
        files={
            "media/old.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 300"><rect x="10" y="10" width="200" height="80" fill="light"/></svg>'
        }
    ),
    good=Example(
        body="""\
:::{figure} media/example.svg
:alt: Two boxes.
:credit: emmbuild
:licence: CC BY 4.0
:::
""",
    ),
    find=find,
)
