"""A file cannot be read."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "SRC102",
    Severity.ERROR,
    "a file cannot be read",
    """A figure or another file is named that is not there, often because capital letters differ: Windows does not
mind, other systems do.""",
    bad=Example(
        body="""\
:::{figure} media/Map.svg
:alt: Two boxes.
:credit: emmbuild
:licence: CC BY 4.0
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
