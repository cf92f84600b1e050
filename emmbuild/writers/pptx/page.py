"""A slide with its notes page, compressed: ready to stand at any place of any deck in its language and theme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from emmbuild.archive import Part, part, shared
from emmbuild.core.nodes import Picture
from emmbuild.plan.deck import DeckSlide
from emmbuild.writers.pptx import package
from emmbuild.writers.pptx.chart import chart_xml, relation, workbook
from emmbuild.writers.pptx.notes_page import notes_part
from emmbuild.writers.pptx.slide import Press, slide_part
from emmbuild.writers.pptx.template import RELS, TYPES, Template
from emmbuild.writers.pptx.text import Pen


@dataclass(frozen=True, slots=True)
class Page:
    """`layout` is the part name of its layout. A chart is its XML and its workbook. Parts get their names in the deck."""

    key: str
    title: str
    layout: str
    slide: Part
    notes: Part
    links: tuple[str, ...] = ()
    note_links: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    charts: tuple[tuple[Part, Part], ...] = ()
    hidden: bool = False


def pages_of(slides: Iterable[DeckSlide], template: Template, press: Press) -> tuple[Page, ...]:
    """The pages of planned slides."""
    return tuple([_page(slide, template, press) for slide in slides])


def _page(slide: DeckSlide, template: Template, press: Press) -> Page:
    sheet = slide_part(slide, template.stage.layouts[slide.layout], press)
    notes, note_links = notes_part(slide, press, template.notes_slots)
    language = press.edition.language
    charts = (
        (
            part("", chart_xml(chart, Pen(language.rtl), language.tag, press.edition.theme)),
            part(".xlsx", workbook(chart, language.rtl)),
        )
        for chart in sheet.charts
    )
    return Page(
        slide.key,
        slide.title,
        template.layouts[slide.layout],
        part("", sheet.xml),
        part("", notes),
        tuple(sheet.links),
        tuple(note_links),
        tuple(sheet.pictures),
        tuple(charts) if sheet.charts else (),
        slide.hidden,
    )


def bundle(cover: package.Cover, pages: Sequence[Page], template: Template) -> Iterator[Part]:
    """All parts of a deck in the order in which they stand in its zip."""
    pictures: dict[bytes, tuple[str, Picture]] = {}
    for picture in (picture for page in pages for picture in page.pictures):
        pictures.setdefault(picture.data, (f"image{len(pictures) + 1}.{picture.kind}", picture))
    charts = [chart for page in pages for chart in page.charts]
    kinds = [picture for _, picture in pictures.values()]
    yield part(TYPES, package.content_types(template, len(pages), kinds, len(charts)))
    yield shared("_rels/.rels", package.ROOT_RELS)
    yield part("docProps/core.xml", package.core_properties(cover))
    yield part("docProps/app.xml", package.app_properties(cover))
    yield part("ppt/presentation.xml", package.presentation(template, cover))
    yield part(RELS, package.presentation_rels(template, len(pages)))
    yield from template.parts
    drawn = 0
    for number, page in enumerate(pages, 1):
        names = tuple([pictures[picture.data][0] for picture in page.pictures])
        numbers = tuple(range(drawn + 1, drawn + len(page.charts) + 1))
        drawn += len(page.charts)
        yield page.slide.at(f"ppt/slides/slide{number}.xml")
        yield package.slide_rels(number, page.layout, page.links, names, numbers)
        yield page.notes.at(f"ppt/notesSlides/notesSlide{number}.xml")
        yield package.notes_rels(number, page.note_links)
    for name, picture in pictures.values():
        yield part(f"ppt/media/{name}", picture.data)
    for number, (xml, book) in enumerate(charts, 1):
        yield xml.at(f"ppt/charts/chart{number}.xml")
        yield part(f"ppt/charts/_rels/chart{number}.xml.rels", relation("package", f"../embeddings/chart{number}.xlsx"))
        yield book.at(f"ppt/embeddings/chart{number}.xlsx")
