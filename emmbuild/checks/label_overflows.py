"""Words in a figure do not fit their shape."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "DCK102",
    Severity.WARNING,
    "words in a figure do not fit their shape",
    """A label that is short in one language is long in another. The words would run over the edge of their box.""",
    bad=Example(
        body="""\
:::{figure} media/a.svg
:alt: A box.
:credit: emmbuild
:licence: CC BY 4.0
:::
""",
        files={
            "media/a.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 300"><g><rect x="10" y="10" width="90" height="40" fill="light"/><text font-size="24">Internationalization of responsibilities</text></g></svg>'
        },
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
