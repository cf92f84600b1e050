"""A question bank holds a question in another shape."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

_DRAW = ":::{knowledge-check} 9.9.Q1\n:::\n"
_ORDER = ":::{question} ordering {#9.9.Q1}\nPut these in order.\n\n1. {#a} One\n2. {#b} Two\n3. {#c} Three\n:::\n"
_CHOICE = ":::{question} single {#9.9.Q1}\nWhich?\n\n- [ ] This — *No.*\n- [x] That — *Yes.*\n:::\n"

CHECK = Check(
    "PKG106",
    Severity.NOTE,
    "a question bank holds a question in another shape",
    """GIFT knows no ordering and no comment on wrong words or numbers; a Common Cartridge knows neither ordering nor matching, and no tolerance of numbers. The question is kept,
in the nearest shape that the format has.""",
    bad=Example(body=_DRAW, exercises=_ORDER),
    good=Example(body=_DRAW, exercises=_CHOICE),
)
