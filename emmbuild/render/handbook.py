"""A handbook as HTML: chapters, glossary, notes and works cited. Sites and e-books put their own frame around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from emmbuild.core.edition import Edition
from emmbuild.core.nodes import Picture
from emmbuild.core.text import Text
from emmbuild.plan.handbook import Chapter, chapters, terms
from emmbuild.render.html import blocks
from emmbuild.render.html_text import Page, element, endnotes, inline, lang_of, reference
from emmbuild.render.xml import attr, esc

_FIELD = re.compile(r'<textarea[^>]*?(?: rows="(\d+)")?[^>]*></textarea>')
_LABEL = re.compile(r"<label for=\"[^\"]*\"([^>]*)>(.*?)</label>", re.DOTALL)
_VOID = re.compile(r"<(br|img|hr|meta|link|input)((?:\s[^<>]*?)?)>")


@dataclass(frozen=True, slots=True)
class Handbook:
    """`contents` are the chapters' ids and titles; `pictures` are by the names that `body` uses."""

    title: str
    body: str
    contents: tuple[tuple[str, Text], ...]
    pictures: dict[str, Picture]
    has_drawings: bool


def handbook(edition: Edition) -> Handbook:
    page = Page(edition, prefix="n", new_window=False)
    front = edition.section.front
    title = f"{front.id} {front.title.plain}"
    volume = element(page, "p", edition.volume, ' class="kicker"')
    lead = element(page, "p", front.summary, ' class="lead"') if front.summary else ""
    number = f'<span class="number">{esc(front.id)}</span>'
    heading = f"<h1{lang_of(page, front.title)}>{number} {inline(page, front.title)}</h1>"
    opening = f'<header class="opening">{volume}{heading}{lead}</header>'
    made = [_chapter(page, chapter) for chapter in chapters(edition)]
    contents = [(chapter.name, chapter.title) for chapter in chapters(edition)]
    for name, key, inner in (
        ("glossary", "paper.glossary", _glossary(page)),
        ("works", "paper.bibliography", _works(page)),
    ):
        if inner:
            contents.append((name, edition.words.text(key)))
            made.append(f'<section class="chapter" id="{name}"><h2>{esc(edition.words(key))}</h2>{inner}</section>')
    body = _printed(opening + "".join(made) + endnotes(page))
    return Handbook(title, body, tuple(contents), page.pictures, "<svg" in body)


def _chapter(page: Page, chapter: Chapter) -> str:
    return f'<section class="chapter" id="{chapter.name}">{blocks(page, chapter.blocks)}</section>'


def _glossary(page: Page) -> str:
    made = "".join(
        f"<dt{lang_of(page, node.term)}>{inline(page, node.term)}</dt><dd>{blocks(page, node.children, 2)}</dd>"
        for node in terms(page.edition)
    )
    return f'<dl class="glossary">{made}</dl>' if made else ""


def _works(page: Page) -> str:
    rtl, works = page.edition.language.rtl, page.edition.library.works
    cited = sorted((works[key] for key in page.cited if key in works), key=lambda work: (work.author.casefold(), work.year))
    made = "".join(f'<li lang="{attr(page.edition.library.source_language)}">{reference(work, rtl)}</li>' for work in cited)
    return f'<ul class="works">{made}</ul>' if made else ""


def _printed(body: str) -> str:
    """Fields become room to write by hand: nothing that is typed into a page without a program would be kept."""
    body = _FIELD.sub(lambda found: f'<span class="room room-{min(int(found[1] or 2), 6)}"></span>', body)
    return _LABEL.sub(r'<p class="label-line"\1>\2</p>', body)


def xhtml(body: str) -> str:
    """The same as XML: empty elements closed, languages said a second time for readers of XML."""
    closed = _VOID.sub(r"<\1\2/>", body)
    return re.sub(r'(<[a-z][^<>]*?) lang="([^"]*)"', r'\1 lang="\2" xml:lang="\2"', closed)
