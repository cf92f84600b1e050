"""Core blocks as clean semantic HTML, for every format that speaks it.

Headings go down from the level given; nothing here knows screens, packages or books.
"""

from __future__ import annotations

from emmbuild.core.nodes import (
    Box,
    Bullets,
    Definition,
    Figure,
    Heading,
    Item,
    Node,
    Notes,
    Paragraph,
    Picture,
    Question,
    Quote,
    Slide,
    Table,
    WriteSpace,
)
from emmbuild.core.text import EMPTY, Text
from emmbuild.render.html_drawing import svg
from emmbuild.render.html_text import Page, element, inline, lang_of, span
from emmbuild.render.xml import attr, esc


def blocks(page: Page, nodes: tuple[Node, ...], level: int = 1) -> str:
    """The blocks under a heading of `level`."""
    out, under = [], level
    for node in nodes:
        if isinstance(node, Heading):
            under = min(max(node.level, level + 1), 6)
        out.append(block(page, node, under))
    return "".join(out)


def block(page: Page, node: Node, level: int) -> str:
    """One block. `level` is that of the heading it stands under (for a heading: its own)."""
    match node:
        case Heading(text=text):
            return element(page, f"h{level}", text)
        case Paragraph(text=text, role="label"):
            return element(page, f"h{min(level + 1, 6)}", text, ' class="label-line"')
        case Paragraph(text=text, role=role):
            return element(page, "p", text, "" if role == "body" else f' class="{role}"')
        case Bullets():
            return _list(page, node, level)
        case Table():
            return _table(page, node)
        case Figure():
            return _figure(page, node)
        case Quote(children=children, by=by):
            who = f"<figcaption>{span(page, by)}</figcaption>" if by else ""
            return f'<figure class="quote"><blockquote>{blocks(page, children, level)}</blockquote>{who}</figure>'
        case Definition():
            return _definition(page, node, level)
        case Box():
            return _box(page, node, level)
        case WriteSpace(label=label, lines=lines):
            return _write_space(page, node, label, lines)
        case Slide() | Question() | Notes():
            return ""
        case _:
            raise AssertionError(f"not a core block: {type(node).__name__}")


def _list(page: Page, node: Bullets, level: int) -> str:
    tag = "ol" if node.ordered else "ul"
    name = "" if node.role == "plain" else f' class="{node.role}"'
    items = "".join(_item(page, item, level, node.role == "resources") for item in node.items)
    return f"<{tag}{name}>{items}</{tag}>"


def _item(page: Page, item: Item, level: int, full: bool) -> str:
    body = inline(page, item.text, full)
    return f"<li{lang_of(page, item.text)}>{body}{blocks(page, item.children, level)}</li>"


def _table(page: Page, table: Table) -> str:
    caption = element(page, "caption", table.caption) if table.caption else ""
    head = "".join(element(page, "th", cell, ' scope="col"') if cell else "<td></td>" for cell in table.header)
    first = bool(table.rows) and all(row.cells and row.cells[0] for row in table.rows) and len(table.header) > 1
    rows = "".join(
        "<tr>" + "".join(_cell(page, table, r, c, cell, first) for c, cell in enumerate(row.cells)) + "</tr>"
        for r, row in enumerate(table.rows)
    )
    name = " ".join(part for part in (table.role, "fill" if table.fill else "") if part)
    top = f"<thead><tr>{head}</tr></thead>" if any(table.header) else ""
    return wide(page, f'<table class="{name}">{caption}{top}<tbody>{rows}</tbody></table>', table.caption)


def _cell(page: Page, table: Table, r: int, c: int, cell: Text, first: bool) -> str:
    if cell:
        return element(page, "th", cell, ' scope="row"') if first and c == 0 else element(page, "td", cell)
    if not table.fill:
        return "<td></td>"
    row = table.rows[r].cells[0].plain if c else ""
    column = table.header[c].plain if c < len(table.header) else ""
    label = ", ".join(part for part in (row or page.edition.words.number(r + 1), column) if part)
    field = f"{attr(table.meta.id or page.unique('table'))}.{r + 1}.{c + 1}"
    return f'<td><textarea rows="2" data-field="{field}" aria-label="{attr(label)}"></textarea></td>'


def wide(page: Page, content: str, name: Text) -> str:
    """A frame that scrolls by itself where the content is wider than the screen."""
    label = f' aria-label="{attr(name.plain)}"' if name else ""
    return f'<div class="wide" role="group"{label}>{content}</div>'


def _figure(page: Page, figure: Figure) -> str:
    if figure.drawing:
        content = wide(page, svg(page, figure.drawing, figure.alt), EMPTY)
    elif figure.picture:
        content = _picture(page, figure.picture, figure.alt)
    else:
        content = element(page, "p", figure.alt)
    lines = [element(page, "span", figure.caption)] if figure.caption else []
    if figure.credit:
        lines.append(element(page, "small", figure.credit))
    caption = f"<figcaption>{' '.join(lines)}</figcaption>" if lines else ""
    return f"<figure>{content}{caption}</figure>"


def _picture(page: Page, picture: Picture, alt: Text) -> str:
    name = next((name for name, other in page.pictures.items() if other.path == picture.path), "")
    if not name:
        kind = "jpg" if picture.kind.lower() in ("jpg", "jpeg") else picture.kind.lower()
        name = f"media/{len(page.pictures) + 1:02}.{kind}"
        page.pictures[name] = picture
    size = f'width="{picture.width}" height="{picture.height}"'
    return f'<img src="{name}" alt="{attr(alt.plain)}"{lang_of(page, alt)} {size}>'


def _definition(page: Page, node: Definition, level: int) -> str:
    source = element(page, "p", node.source, ' class="source"') if node.source else ""
    term = f"<dt><dfn{lang_of(page, node.term)}>{inline(page, node.term)}</dfn></dt>"
    return f'<dl class="definition">{term}<dd>{blocks(page, node.children, level)}{source}</dd></dl>'


def _box(page: Page, box: Box, level: int) -> str:
    if not box.title and not box.kicker:
        return f'<div class="box box-{attr(box.role)}">{blocks(page, box.children, level)}</div>'
    inner = min(level + 1, 6)
    kicker = element(page, "p", box.kicker, ' class="kicker"') if box.title and box.kicker else ""
    title = element(page, f"h{inner}", box.title or box.kicker)
    body = blocks(page, box.children, inner)
    return f'<section class="box box-{attr(box.role)}">{kicker}{title}{body}</section>'


def _write_space(page: Page, node: WriteSpace, label: Text, lines: int) -> str:
    name = page.unique("write")
    field = attr(node.meta.id or name)
    caption = f'<label for="{name}"{lang_of(page, label)}>{inline(page, label)}</label>' if label else ""
    named = "" if label else f' aria-label="{attr(page.edition.words("package-write-here"))}"'
    return f'<div class="write">{caption}<textarea id="{name}" rows="{lines}" data-field="{field}"{named}></textarea></div>'


def plain(text: Text, limit: int = 0) -> str:
    """The words alone, on one line, cut at a word where they are longer than `limit`."""
    words = " ".join(text.plain.split())
    if not limit or len(words) <= limit:
        return words
    return words[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


__all__ = ["block", "blocks", "esc", "plain", "wide"]
