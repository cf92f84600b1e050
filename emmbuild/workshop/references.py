"""Which ids in a recipe name nothing in the library, with the nearest that do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from emmbuild.core.diagnostics import Span
from emmbuild.workshop.rules import Scene

FORMS = ("assessment/pre", "assessment/post", "evaluation/daily", "evaluation/final", "evaluation/needs")


def unknown(scene: Scene) -> Iterator[tuple[str, Span, str]]:
    """(id, place, hint) for every id of an objective, part, block or activity that is not there."""
    objectives = {name for facts in scene.shelf.sections.values() for name in facts.objectives}
    for chosen in scene.workshop.content.sections:
        facts = scene.shelf.sections.get(chosen.section)
        if facts is None:
            continue
        everything = {*facts.blocks, *facts.parts}
        yield from _missing(chosen.objectives, facts.objectives, chosen.span)
        yield from _missing((*chosen.case_studies, *chosen.exercises), facts.parts, chosen.span)
        yield from _missing((*chosen.blocks, *chosen.without), everything, chosen.span)
    yield from _missing(scene.workshop.content.blocks, scene.shelf.loose, scene.workshop.content.span)
    for session in scene.workshop.sessions:
        named = (*session.teaches, *session.practises, *session.assesses)
        place = next(
            (session.spans[key] for key in ("teaches", "practises", "assesses") if key in session.spans), session.span
        )
        yield from _missing(named, objectives, place)
        yield from _missing(session.blocks, scene.shelf.loose, session.where("blocks"))
        if session.exercise:
            parts = {name for facts in scene.shelf.sections.values() for name in facts.parts}
            yield from _missing((session.exercise,), parts, session.where("exercise"))
        if session.use:
            yield from _missing((session.use,), (*scene.shelf.loose, *FORMS), session.where("use"))


def _missing(names: Iterable[str], known: Iterable[str], span: Span) -> Iterator[tuple[str, Span, str]]:
    pool = list(known)
    for name in names:
        if name not in pool:
            near = get_close_matches(name, pool, 3)
            yield (
                name,
                span,
                "near: " + ", ".join(near) if near else "`emmbuild list blocks` and `list exercises` show the ids",
            )
