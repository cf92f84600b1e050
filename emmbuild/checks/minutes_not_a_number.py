"""Minutes are not a whole number."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "TIM104",
    Severity.ERROR,
    "minutes are not a whole number",
    """Agendas are computed from minutes: whole numbers, without a unit.""",
    bad=Example(
        body="""\
# Why people move {#why minutes=ten}

Text.
"""
    ),
    good=Example(
        body="""\
# Why people move {#why minutes=10}

Text.
"""
    ),
)
