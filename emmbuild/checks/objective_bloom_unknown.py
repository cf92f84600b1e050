"""An objective's Bloom level is not known."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "OBJ103",
    Severity.ERROR,
    "an objective's Bloom level is not known",
    """The level says how deep the objective goes; a mix of levels makes a good section, and reports count them.""",
    bad=Example(
        body="""\
:::{objectives}
- {#9.9.O1 bloom=understanding} **Explain** why people move.
:::
"""
    ),
    good=Example(
        body="""\
:::{objectives}
- {#9.9.O1 bloom=understand} **Explain** why people move.
:::
"""
    ),
)
