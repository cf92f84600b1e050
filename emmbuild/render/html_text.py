"""Inline text as HTML: marks, direction, footnotes and citations.

Author text is data: everything is escaped, only the elements named here are ever written.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from emmbuild.core import citing
from emmbuild.core.bidi import is_rtl_text, islands
from emmbuild.core.citing import citation
from emmbuild.core.edition import Edition
from emmbuild.core.nodes import Picture, Work
from emmbuild.core.text import Break, Cite, Code, Emph, FootnoteRef, Inline, Link, Plain, Strong, Text
from emmbuild.render.xml import attr, esc

_SAFE = ("https://", "http://", "mailto:")


@dataclass(slots=True)
class Page:
    """One page or screen while it is rendered: what it needs and what it gathers.

    `prefix` makes ids unique in a document that holds several pages; `notes` are the labels of its footnotes
    in the order of their first marks; `pictures` maps the file names used to the pictures.
    """

    edition: Edition
    prefix: str = ""
    notes: list[str] = field(default_factory=list)
    cited: list[str] = field(default_factory=list)
    pictures: dict[str, Picture] = field(default_factory=dict)
    new_window: bool = True
    counter: int = 0

    def unique(self, name: str) -> str:
        self.counter += 1
        return f"{self.prefix}-{name}{self.counter}"


def lang_of(page: Page, text: Text) -> str:
    """` lang="…" dir="…"` where the text is in another language than its document, else nothing."""
    language = page.edition.language_of(text)
    if language is page.edition.language:
        return ""
    return f' lang="{attr(language.tag)}" dir="{language.direction}"'


def element(page: Page, tag: str, text: Text, attributes: str = "") -> str:
    """One element that holds the text and says its language where needed."""
    return f"<{tag}{attributes}{lang_of(page, text)}>{inline(page, text)}</{tag}>"


def span(page: Page, text: Text) -> str:
    """The text alone; wrapped only where it is in another language."""
    other = lang_of(page, text)
    return f"<span{other}>{inline(page, text)}</span>" if other else inline(page, text)


def inline(page: Page, text: Text, full: bool = False) -> str:
    """The inline parts. With `full`, citations are written out (lists of resources)."""
    rtl = page.edition.language_of(text).rtl
    if rtl and text.plain.strip() and not is_rtl_text(text.plain):
        return f'<bdi dir="ltr">{_all(page, text.inlines, False, full)}</bdi>'
    return _all(page, text.inlines, rtl, full)


def _part(page: Page, part: Inline, rtl: bool, full: bool) -> str:
    match part:
        case Plain(text):
            return directed(text, rtl)
        case Strong(children):
            return f"<strong>{_all(page, children, rtl, full)}</strong>"
        case Emph(children):
            return f"<em>{_all(page, children, rtl, full)}</em>"
        case Code(text):
            return f'<code dir="ltr">{esc(text)}</code>'
        case Link(href, children):
            inner = _all(page, children, rtl, full)
            if not href.lower().startswith(_SAFE):
                return inner
            away = ' target="_blank" rel="noopener noreferrer"' if page.new_window else ""
            return f'<a href="{attr(href)}"{away}>{inner}</a>'
        case FootnoteRef(label):
            return _mark(page, label)
        case Cite(key, place):
            return _cite(page, key, place, rtl, full)
        case Break():
            return "<br>"


def _all(page: Page, parts: tuple[Inline, ...], rtl: bool, full: bool) -> str:
    return "".join(_part(page, part, rtl, full) for part in parts)


def directed(text: str, rtl: bool) -> str:
    """Escaped text; in right-to-left text each left-to-right island is isolated."""
    if not rtl:
        return esc(text)
    return "".join(f'<bdi dir="ltr">{esc(piece)}</bdi>' if island else esc(piece) for piece, island in islands(text))


def _mark(page: Page, label: str) -> str:
    again = label in page.notes
    if not again:
        page.notes.append(label)
    number = page.notes.index(label) + 1
    identity = "" if again else f' id="{page.prefix}-ref{number}"'
    shown = page.edition.words.number(number)
    return f'<sup><a href="#{page.prefix}-note{number}"{identity} role="doc-noteref">{shown}</a></sup>'


def _cite(page: Page, key: str, place: str, rtl: bool, full: bool) -> str:
    work = page.edition.library.works.get(key)
    if work and key not in page.cited:
        page.cited.append(key)
    if work and full:
        return reference(work, rtl, place)
    found = citation(page.edition.library, key, place)
    return f'<bdi dir="ltr">{esc(found.words)}</bdi>' if rtl and found.ltr else esc(found.words)


def reference(work: Work, rtl: bool = False, place: str = "") -> str:
    """A work in full: author (year), title, the rest."""
    found = citing.reference(work, place)
    whole = f"{esc(found.before)}<cite>{esc(found.title)}</cite>{esc(found.after)}"
    return f'<bdi dir="ltr">{whole}</bdi>' if rtl and found.ltr else whole


def endnotes(page: Page) -> str:
    """The footnotes whose marks stand on the page, with links back; nothing when there are none."""
    if not page.notes:
        return ""
    words, texts = page.edition.words, {note.label: note.text for note in page.edition.section.footnotes}
    items, number, home = [], 0, attr(words("package-note-back"))
    while number < len(page.notes):  # a note may itself hold a mark
        text = texts.get(page.notes[number])
        number += 1
        back = f'<a href="#{page.prefix}-ref{number}" role="doc-backlink" aria-label="{home}">↩</a>'
        body = span(page, text) if text else ""
        items.append(f'<li id="{page.prefix}-note{number}">{body} {back}</li>')
    title = esc(words("package-notes"))
    return f'<section class="notes" role="doc-endnotes"><h2>{title}</h2><ol>{"".join(items)}</ol></section>'
