"""A working language is not interpreted in the plenary."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    languages = scene.workshop.languages
    meant = languages.interpretation
    if not languages.working or meant.where.get("plenary") not in ("simultaneous", "consecutive"):
        return
    reached, before = {languages.source}, 0
    while len(reached) != before:
        before = len(reached)
        reached |= {code for pair in meant.pairs if reached & set(pair) for code in pair}
    for code in languages.working:
        if code not in reached:
            message = f"nobody interprets between {languages.source} and {code} in the plenary"
            yield warning("WLG104", message, meant.span, hint=f"add the pair {languages.source}-{code}")


CHECK = WorkshopCheck(
    "WLG104",
    Severity.WARNING,
    "a working language is not interpreted in the plenary",
    """Each working language but the floor language needs a pair; otherwise some people cannot follow.""",
    bad=Edit((("pairs: [en-fr], ", "pairs: [], "),)),
    find=find,
)
