"""PowerPoint decks for facilitators: the plan of a deck written as PresentationML.

What stands on which slide is decided in `emmbuild/plan/deck/`; how it looks, in the theme's template.
"""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.archive import Part, frame, part, shared
from emmbuild.core.diagnostics import Diagnostic, warning
from emmbuild.core.edition import Built, Edition, Format
from emmbuild.core.nodes import Picture
from emmbuild.plan.deck import Chart, Deck, plan_deck
from emmbuild.writers.pptx import package
from emmbuild.writers.pptx.chart import chart_xml, relation, workbook
from emmbuild.writers.pptx.drawing import labels_too_long
from emmbuild.writers.pptx.notes_page import notes_part
from emmbuild.writers.pptx.slide import slide_part
from emmbuild.writers.pptx.template import RELS, TYPES, Template, template_of
from emmbuild.writers.pptx.text import Pen


def write(edition: Edition) -> Built:
    """The deck of one section, with what did not fit."""
    template = template_of(edition)
    deck = plan_deck(edition, template.stage)
    said = (*deck.diagnostics, *_labels(deck, template, edition))
    keys = {slide.key for slide in deck.slides}
    facts: dict[str, object] = {
        "slides": len(deck.slides),
        "split": sum(slide.part == 2 for slide in deck.slides),
        "keys": len(keys),
    }
    return Built(frame(_parts(deck, template, edition)), said, facts)


def _parts(deck: Deck, template: Template, edition: Edition) -> Iterator[Part]:
    count = len(deck.slides)
    pictures: dict[bytes, tuple[str, Picture]] = {}
    charts: list[Chart] = []
    slides = list(_slides(deck, template, edition, pictures, charts))
    yield part(TYPES, package.content_types(template, count, [picture for _, picture in pictures.values()], len(charts)))
    yield shared("_rels/.rels", package.ROOT_RELS)
    yield part("docProps/core.xml", package.core_properties(deck, edition))
    yield part("docProps/app.xml", package.app_properties(deck))
    yield part("ppt/presentation.xml", package.presentation(template, deck))
    yield part(RELS, package.presentation_rels(template, count))
    yield from template.parts
    yield from slides
    for name, picture in pictures.values():
        yield part(f"ppt/media/{name}", picture.data)
    pen, tag = Pen(deck.language.rtl), deck.language.tag
    for number, chart in enumerate(charts, 1):
        book = f"embeddings/chart{number}.xlsx"
        yield part(f"ppt/charts/chart{number}.xml", chart_xml(chart, pen, tag, edition.theme))
        yield part(f"ppt/charts/_rels/chart{number}.xml.rels", relation("package", f"../{book}"))
        yield part(f"ppt/{book}", workbook(chart, deck.language.rtl))


def _slides(
    deck: Deck, template: Template, edition: Edition, pictures: dict[bytes, tuple[str, Picture]], charts: list[Chart]
) -> Iterator[Part]:
    for number, slide in enumerate(deck.slides, 1):
        layout = template.layouts[slide.layout]
        sheet = slide_part(slide, number, deck, template.stage.layouts[slide.layout], edition)
        names = [
            pictures.setdefault(picture.data, (f"image{len(pictures) + 1}.{picture.kind}", picture))[0]
            for picture in sheet.pictures
        ]
        notes, links = notes_part(slide, number, deck, template.notes_slots)
        yield part(f"ppt/slides/slide{number}.xml", sheet.xml)
        drawn = range(len(charts) + 1, len(charts) + len(sheet.charts) + 1)
        charts += sheet.charts
        keep = part if sheet.links or names or drawn else shared
        rels = package.slide_rels(number, layout, sheet.links, names, drawn)
        yield keep(f"ppt/slides/_rels/slide{number}.xml.rels", rels)
        yield part(f"ppt/notesSlides/notesSlide{number}.xml", notes)
        keep = part if links else shared
        yield keep(f"ppt/notesSlides/_rels/notesSlide{number}.xml.rels", package.notes_rels(number, links))


def _labels(deck: Deck, template: Template, edition: Edition) -> Iterator[Diagnostic]:
    for slide in deck.slides:
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
