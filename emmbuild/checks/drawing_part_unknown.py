"""A drawing has a part that cannot be drawn."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "FIG105",
    Severity.WARNING,
    "a drawing has a part that cannot be drawn",
    """Drawings become native shapes on slides and pages, with words that can be translated. Only the shapes listed
in the format's description can; the rest is left out, and this message says so. A DOCTYPE is refused.""",
    bad=Example(
        body="""\
:::{figure} media/a.svg
:alt: A photo.
:credit: emmbuild
:licence: CC BY 4.0
:::
""",
        files={
            "media/a.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 300"><rect x="10" y="10" width="200" height="80" fill="light"/><image href="x.png"/></svg>'
        },
    ),
    good=Example(
        body="""\
:::{figure} media/a.svg
:alt: A photo.
:credit: emmbuild
:licence: CC BY 4.0
:::
""",
        files={
            "media/a.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 300"><rect x="10" y="10" width="200" height="80" fill="light"/></svg>'
        },
    ),
)
