"""A path leads out of the course folder."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "SRC103",
    Severity.ERROR,
    "a path leads out of the course folder",
    """Courses come by mail. A course may only use its own files, so that building one never copies private files of
the reader's machine into a deck.""",
    bad=Example(
        body="""\
:::{figure} ../../../../etc/passwd
:alt: Nothing.
:credit: nobody
:licence: none
:::
"""
    ),
    good=Example(
        body="""\
:::{figure} media/example.svg
:alt: Two boxes.
:credit: emmbuild
:licence: CC BY 4.0
:::
"""
    ),
)
