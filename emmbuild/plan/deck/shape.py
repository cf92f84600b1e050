"""Single blocks as slides or as paragraphs of a slide: tables, figures, quotes, definitions, headlines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from emmbuild.core.figures import number_of
from emmbuild.core.nodes import Bullets, Definition, Figure, Heading, Item, Node, Paragraph, Quote, Slide, Table
from emmbuild.core.text import EMPTY, Text
from emmbuild.core.walk import nodes
from emmbuild.plan.deck import process
from emmbuild.plan.deck.model import Chart, Draft, Grid, Para
from emmbuild.plan.deck.prose import SHORT, Context, as_title, headline

_LISTED = 6


def headlines(prose: Sequence[Node], context: Context) -> list[Para]:
    """Each paragraph's first sentence; a short list stands under its paragraph, a long one leads."""
    found: list[Para] = []
    for block in prose:
        match block:
            case Heading(text=text):
                found.append(context.para(text, "", role="label"))
            case Paragraph(text=text, role="label"):
                found.append(context.para(text, "", role="label"))
            case Paragraph(role="source"):
                continue
            case Paragraph(text=text):
                found.append(headline(context.para(text)))
            case Bullets(items=items, ordered=ordered):
                level = 1 if found and found[-1].role == "body" and len(items) <= _LISTED and not ordered else 0
                found += [headline(context.para(item.text, "number" if ordered else "style", level)) for item in items]
    return found


def in_full(blocks: Sequence[Node], context: Context, mark: str = "") -> list[Para]:
    """Paragraphs as they are, lists with their sub-items."""
    paras: list[Para] = []
    for block in blocks:
        match block:
            case Heading(text=text) | Paragraph(text=text, role="label"):
                paras.append(context.para(text, "", role="label"))
            case Paragraph(text=text):
                paras.append(context.para(text, mark))
            case Bullets(items=items, ordered=ordered):
                for item in items:
                    paras.append(context.para(item.text, "number" if ordered else "style"))
                    inner = [child for child in item.children if isinstance(child, Bullets)]
                    paras += [context.para(sub.text, "style", 1) for child in inner for sub in child.items]
            case Quote(children=children):
                paras += in_full(children, context, mark)
    return paras


def key_points(topic: Para, context: Context) -> Para:
    """The title of a slide that sums up a topic; the divider has the topic's bare name."""
    return context.joined(topic, f" – {context.words('deck.key-points')}")


def shaped(key: str, slide: Slide, topic: Para, context: Context) -> Draft:
    """A slide as its author wants it."""
    title = context.para(slide.title)
    if title.plain in ("", topic.plain):
        title = key_points(topic, context)
    listed = [item.text for _, blocks in slide.columns for item in _items(blocks)]
    if slide.layout == "process" and 2 <= len(listed) <= process.MOST:
        numbers = [context.words.number(place) for place in range(1, len(listed) + 1)]
        drawn = replace(process.steps(listed, numbers), meta=slide.meta)
        return Draft(
            key, "figure", title, figure=drawn, said=[context.para(text, "") for text in listed], span=slide.meta.span
        )
    columns = [_column(head, blocks, slide.layout, context) for head, blocks in slide.columns]
    layout, slots = _placed(slide.layout, columns)
    return Draft(key, layout, title, slots, span=slide.meta.span)


def _items(blocks: Sequence[Node]) -> list[Item]:
    return [item for block in blocks if isinstance(block, Bullets) for item in block.items]


def _column(head: Text, blocks: Sequence[Node], layout: str, context: Context) -> list[Para]:
    label = [context.para(head, "", role="label")] if head else []
    return label + in_full(blocks, context, "" if layout == "bullets" else "style")


def _placed(layout: str, columns: Sequence[list[Para]]) -> tuple[str, dict[str, tuple[Para, ...]]]:
    every = [para for column in columns for para in column]
    if layout == "two-columns" and every:
        first = columns[0] if len(columns) > 1 else every[: (len(every) + 1) // 2]
        return layout, {"body": tuple(first), "body 2": tuple(every[len(first) :])}
    if layout == "big-number" and every:
        return layout, {"number": (every[0],), "body": tuple(every[1:])}
    return ("statement" if layout == "statement" else "content"), {"body": tuple(every)}


def stands_alone(block: Node) -> bool:
    """Whether the block is a slide of its own."""
    return isinstance(block, Definition | Quote | Table | Figure)


def single(key: str, block: Node, owner: Para, context: Context) -> Draft:
    """The slide of a block that stands alone. `owner` names it where it has no name itself."""
    match block:
        case Definition():
            return definition(key, block, owner, context)
        case Quote():
            return quote(key, block, context)
        case Figure():
            return figure(key, block, owner, context)
        case Table():
            return table(key, block, owner, context)
    raise TypeError(f"{type(block).__name__} does not stand alone")


def definition(key: str, block: Definition, topic: Para, context: Context) -> Draft:
    body = tuple(context.para(child.text) for child in _paragraphs(block.children))
    source = (context.para(block.source, cites=SHORT),) if block.source else ()
    kicker = context.joined(context.said(context.words("deck.definition")), " · ", topic)
    slots: dict[str, tuple[Para, ...]] = {"body": body, "caption": source, "kicker": (kicker,)}
    return Draft(key, "statement", as_title(context.para(block.term)), slots, span=block.meta.span)


def _paragraphs(children: tuple[Node, ...]) -> list[Paragraph]:
    """All paragraphs; a search through lists and boxes only where there are any."""
    flat = [child for child in children if isinstance(child, Paragraph)]
    return flat if len(flat) == len(children) else [node for node in nodes(children) if isinstance(node, Paragraph)]


def quote(key: str, block: Quote, context: Context) -> Draft:
    said = [context.para(child.text) for child in _paragraphs(block.children)]
    body = tuple(context.joined(para.language.quotes[0], para, para.language.quotes[1]) for para in said)
    by = (context.para(block.by, cites=SHORT),) if block.by else ()
    title = context.said(context.words("deck.quote"))
    return Draft(key, "statement", title, {"body": body, "caption": by}, span=block.meta.span, common=True)


def figure(key: str, block: Figure, topic: Para, context: Context) -> Draft:
    caption = context.para(block.caption or EMPTY, "")
    credit = (context.para(block.credit, cites=SHORT),) if block.credit else ()
    draft = Draft(key, "figure", as_title(headline(caption)) if caption.runs else topic, {"caption": credit}, figure=block)
    draft.span, draft.said = block.meta.span, [para for para in (caption, context.para(block.alt, "")) if para.runs]
    return draft


def _chart(key: str, block: Table, title: Para, context: Context) -> Draft | None:
    """The slide of a chart, its numbers in the notes; None where a translation left something that is no number."""
    cells = [[cell.plain for cell in row.cells[1 : len(block.header)]] for row in block.rows]
    values = [[number_of(words) for words in row] for row in cells]
    numbers = [tuple(row[place] for row in values) for place in range(len(block.header) - 1)]
    series = []
    for name, column in zip(block.header[1:], numbers, strict=True):
        known = tuple(value for value in column if value is not None)
        if len(known) != len(column):
            return None
        series.append((context.para(name, ""), known))
    names = tuple(context.para(row.cells[0], "") for row in block.rows)
    percent = all(words.rstrip().endswith(("%", "٪")) for row in cells for words in row)
    chart = Chart(block.chart, context.para(block.header[0], ""), names, tuple(series), percent)
    caption = context.para(block.caption) if block.caption else title
    credit = (context.para(block.credit, cites=SHORT),) if block.credit else ()
    draft = Draft(key, "figure", as_title(caption), {"caption": credit}, chart=chart, span=block.meta.span)
    label = " / ".join(name.plain for name, _ in series)
    draft.said = [context.joined(chart.corner, f": {label}")]
    draft.said += [context.joined(name, ": ", "; ".join(row)) for name, row in zip(names, cells, strict=True)]
    return draft


def table(key: str, block: Table, title: Para, context: Context) -> Draft:
    drawn = _chart(key, block, title, context) if block.chart else None
    if drawn:
        return drawn
    header = tuple(context.para(cell, "") for cell in block.header)
    gap = (EMPTY,) * len(header)  # a row with a cell too few would make the file need repair
    rows = tuple(tuple(context.para(cell, "") for cell in (*row.cells, *gap)[: len(header)]) for row in block.rows)
    lead = block.role != "schedule" and len(header) > 1
    grid = Grid(header, rows, weights=block.weights, first_column=lead)
    return Draft(key, "table", context.para(block.caption) if block.caption else title, grid=grid, span=block.meta.span)
