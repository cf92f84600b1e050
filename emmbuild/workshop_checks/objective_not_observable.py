"""A chosen objective begins with a verb that nobody can observe."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.core.text import words_of
from emmbuild.core.verbs import VAGUE
from emmbuild.workshop.completing import objectives_of
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    for chosen in scene.workshop.content.sections:
        facts = scene.shelf.sections.get(chosen.section)
        for name in objectives_of(chosen, facts) if facts else ():
            words = facts.objectives[name].plain.split() if facts and name in facts.objectives else []
            if words and words[0].lower() in VAGUE:
                yield warning(
                    "COV104",
                    f"objective {name} begins with “{words[0]}”, which no trainer can see or test",
                    chosen.span,
                    hint="choose another objective, or ask its author for a verb such as explain, list, compare, draft",
                )


def _vague(scene: Scene) -> Scene:
    facts = scene.shelf.sections["2.6"]
    objectives = {**facts.objectives, "2.6.O1": words_of("Understand why workers move.")}
    sections = {**scene.shelf.sections, "2.6": replace(facts, objectives=objectives)}
    return replace(scene, shelf=replace(scene.shelf, sections=sections))


CHECK = WorkshopCheck(
    "COV104",
    Severity.WARNING,
    "a chosen objective begins with a verb that nobody can observe",
    """An objective is a promise that can be kept or broken: at the end one must be able to see whether people can do it. “Understand”
is the usual remark of reviewers.""",
    bad=Edit(scene=_vague, says="an objective “Understand why workers move.” in section 2.6"),
    find=find,
)
