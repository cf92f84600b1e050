"""An objective starts with a verb nobody can observe."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.blocks.objectives import Objective
from emmbuild.core import walk
from emmbuild.core.diagnostics import Diagnostic, Severity, error
from emmbuild.core.subject import Check, Example, Subject
from emmbuild.core.verbs import VAGUE


def find(subject: Subject) -> Iterator[Diagnostic]:
    if subject.library.source_language != "en":
        return
    for node in walk.nodes(subject.section.blocks):
        if isinstance(node, Objective) and node.verb.split(" ")[0].lower().strip(",.") in VAGUE:
            at = node.text.span.at(max(node.text.source.find(node.verb), 0), len(node.verb))
            yield error(
                "OBJ102",
                "this objective starts with a verb nobody can observe",
                at,
                hint="explain, list, compare, draft, decide",
                note=f'a trainer cannot see or test "{node.verb.lower()}"',
            )


CHECK = Check(
    "OBJ102",
    Severity.ERROR,
    "an objective starts with a verb nobody can observe",
    """A trainer cannot see or test "understand", "know" or "be aware of". A verb that names something to be seen or
heard (explain, list, compare, draft) tells the participant what to do and the question writer what to ask.
Verbs follow the revised taxonomy of Bloom. The check knows English only; sections in another source language
are not judged.""",
    bad=Example(
        body="""\
:::{objectives}
- {#9.9.O1 bloom=understand} **Understand** remittances.
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
    find=find,
)
