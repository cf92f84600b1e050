"""An objective is never practised."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.blocks.case_study import CaseStudy
from emmbuild.blocks.practical_application import PracticalApplication
from emmbuild.blocks.worksheet import Worksheet
from emmbuild.checks._coverage import unserved
from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.core.subject import Check, Example, Subject

PRACTICE = (CaseStudy, PracticalApplication, Worksheet)


def find(subject: Subject) -> Iterator[Diagnostic]:
    for objective in unserved(subject, PRACTICE):
        yield warning(
            "OBJ202",
            f"objective {objective.meta.id} is never practised",
            objective.text.span,
            hint='name it in objectives="…" of a case study, practical application or worksheet',
        )


CHECK = Check(
    "OBJ202",
    Severity.WARNING,
    "an objective is never practised",
    """People learn by doing. At least one case study, practical application or worksheet lets participants try the
objective out.""",
    bad=Example(
        body="""\
:::{objectives}
- {#9.9.O1 bloom=understand} **Explain** why people move.
:::

:::{case-study} A town {#9.9.C1}
A story.
:::
"""
    ),
    good=Example(
        body="""\
:::{objectives}
- {#9.9.O1 bloom=understand} **Explain** why people move.
:::

:::{case-study} A town {#9.9.C1 objectives="9.9.O1"}
A story.
:::
"""
    ),
    find=find,
)
