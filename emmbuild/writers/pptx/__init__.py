"""PowerPoint decks for facilitators: the plan of a deck written as PresentationML.

What stands on which slide is decided in `emmbuild/plan/deck/`; how it looks, in the theme's template.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from emmbuild.archive import frame
from emmbuild.core.diagnostics import Diagnostic, warning
from emmbuild.core.edition import Built, Edition, Format
from emmbuild.plan.deck import DeckSlide, plan_deck
from emmbuild.writers.pptx.drawing import labels_too_long
from emmbuild.writers.pptx.package import Cover
from emmbuild.writers.pptx.page import bundle, pages_of
from emmbuild.writers.pptx.slide import Press
from emmbuild.writers.pptx.template import Template, template_of


def write(edition: Edition) -> Built:
    """The deck of one section, with what did not fit."""
    template = template_of(edition)
    deck = plan_deck(edition, template.stage)
    said = (*deck.diagnostics, *labels(deck.slides, template, edition))
    pages = pages_of(deck.slides, template, Press(edition, deck.footer))
    version, hidden = edition.section.front.version, sum(page.hidden for page in pages)
    cover = Cover(deck.title, deck.subject, deck.language.tag, version, deck.groups, hidden)
    facts: dict[str, object] = {
        "slides": len(pages),
        "split": sum(slide.part == 2 for slide in deck.slides),
        "keys": len({page.key for page in pages}),
    }
    return Built(frame(bundle(cover, pages, template)), said, facts)


def labels(slides: Iterable[DeckSlide], template: Template, edition: Edition) -> Iterator[Diagnostic]:
    """Words of drawings that do not fit their shapes."""
    for slide in slides:
        if slide.figure is None or slide.figure.drawing is None:
            continue
        frame_ = template.stage.layouts[slide.layout].slots["area"].frame
        for words in labels_too_long(slide.figure.drawing, frame_, edition):
            yield warning(
                "DCK102",
                f"in the figure {slide.key} the words “{words}” do not fit their shape in {edition.language.english_name}",
                slide.figure.meta.span,
                hint="use fewer words, or draw the shape larger",
            )


def counts(edition: Edition) -> dict[str, int]:
    """Key of a slide → its number, as PowerPoint counts: hidden slides too; of a slide in two parts the first."""
    numbers: dict[str, int] = {}
    for number, slide in enumerate(plan_deck(edition, template_of(edition).stage).slides, 1):
        numbers.setdefault(slide.key, number)
    return numbers


FORMAT = Format("pptx", "Slide deck", "pptx", ("facilitator",), write, counts=counts)
