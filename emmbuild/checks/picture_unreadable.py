"""A picture cannot be read."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "FIG104",
    Severity.ERROR,
    "a picture cannot be read",
    """The file is damaged, or not of the kind its name says.""",
    bad=Example(
        body="""\
:::{figure} media/photo.png
:alt: A photo.
:credit: emmbuild
:licence: CC BY 4.0
:::
""",
        files={"media/photo.png": b"this is not a picture"},
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
