"""A language pack is not as far as the recipe asks."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    wanted = scene.workshop.languages
    for (section, code), done in scene.shelf.translated.items():
        if code == wanted.source:
            continue
        for what, is_, least in (
            ("translated", done.per_cent, wanted.min_translated),
            ("reviewed", done.per_cent_reviewed, wanted.min_reviewed),
        ):
            if is_ < least:
                message = f"section {section} is {is_} % {what} into {scene.languages[code].english_name}; the recipe asks for {least} %"
                hint = f"`emmbuild translate status {section} --lang {code}` shows what is missing"
                yield warning("WLG101", message, wanted.span, hint=hint)


CHECK = WorkshopCheck(
    "WLG101",
    Severity.WARNING,
    "a language pack is not as far as the recipe asks",
    """Nothing goes to the printer with text that nobody translated or reviewed, if the recipe says so (`packs: {min_translated: 100}`). Everything else is built; the print order is not.""",
    bad=Edit((("  source: en\n", "  source: en\n  packs: {min_reviewed: 100, on_gap: block-print}\n"),)),
    find=find,
    gate="print",
)
