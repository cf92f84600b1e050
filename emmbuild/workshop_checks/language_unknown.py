"""A workshop speaks a language for which there is no pack."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, error
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    languages = scene.workshop.languages
    for code in languages.working:
        if code not in scene.languages:
            hint = f"`emmbuild new language {code}` makes one; known: {', '.join(scene.languages)}"
            yield error("WLG102", f"there is no language pack {code!r}", languages.span, hint=hint)


CHECK = WorkshopCheck(
    "WLG102",
    Severity.ERROR,
    "a workshop speaks a language for which there is no pack",
    """Words such as "Room" and "Worksheet" come from the pack of each working language.""",
    bad=Edit((("working: [en, fr]", "working: [en, fr, xx]"),)),
    find=find,
    gate="build",
)
