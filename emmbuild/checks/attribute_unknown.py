"""An attribute has no meaning here, or no such value."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "FNC103",
    Severity.WARNING,
    "an attribute has no meaning here, or no such value",
    """What an unknown attribute was meant to say is lost, often minutes or objectives with a slip of the pen. A
wrong value is an error.""",
    bad=Example(
        body="""\
# Why people move {#why minuts=10}

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
