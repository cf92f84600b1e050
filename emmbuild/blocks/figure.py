"""A figure: a drawing or a picture with caption, alternative text, credit and licence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from emmbuild.core.drawing import Drawing
from emmbuild.core.nodes import Figure, Node, Paragraph, Picture
from emmbuild.core.syntax import Fence, Kind, LowerContext, ReadContext
from emmbuild.core.text import EMPTY, Text, words_of


@dataclass(frozen=True, slots=True)
class SourceFigure(Node):
    """A figure as its author wrote it; `path` and `alt_given` are for checks."""

    path: str
    alt: Text
    alt_given: bool
    caption: Text
    credit: str
    source: Text
    licence: str
    drawing: Drawing | None = None
    picture: Picture | None = None


def read(fence: Fence, context: ReadContext) -> SourceFigure:
    meta = context.meta(fence)
    media = context.media(fence.argument.text, fence.argument.span)
    stem = meta.id or f"{context.owner}/{fence.argument.text.rsplit('/', 1)[-1].rsplit('.', 1)[0]}"
    alt, source = fence.option("alt"), fence.option("source")
    caption = next((child.text for child in fence.children if isinstance(child, Paragraph)), EMPTY)
    decorative = alt.text == "none"
    return SourceFigure(
        fence.argument.text,
        EMPTY if decorative else context.text(alt.text, alt.span, f"{stem}.alt"),
        bool(alt.text),
        replace(caption, id=f"{stem}.caption") if caption else EMPTY,
        fence.option("credit").text,
        context.text(source.text, source.span, f"{stem}.source"),
        fence.option("licence").text,
        media if isinstance(media, Drawing) else None,
        media if isinstance(media, Picture) else None,
        meta=replace(meta, id=stem),
    )


def lower(node: SourceFigure, context: LowerContext) -> tuple[Node, ...]:
    if node.drawing is None and node.picture is None:
        return ()
    credit = words_of(", ".join(part for part in (node.credit, node.licence) if part))
    return (Figure(node.alt, node.caption, node.source or credit, node.drawing, node.picture, meta=node.meta),)


KIND = Kind(
    ("figure",),
    read,
    lower,
    SourceFigure,
    """\
:::{figure} media/example.svg {#9.9.F1}
:alt: Two boxes, origin and destination, with an arrow from the first to the second.
:credit: emmbuild
:licence: CC BY 4.0
From origin to destination.
:::
""",
)
