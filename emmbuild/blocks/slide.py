"""A slide as its author shapes it; only decks show it."""

from __future__ import annotations

from emmbuild.core.diagnostics import error
from emmbuild.core.nodes import Heading, Node, Slide
from emmbuild.core.syntax import Fence, Kind, LowerContext, ReadContext
from emmbuild.core.text import EMPTY, Text

LAYOUTS = ("bullets", "two-columns", "big-number", "statement", "process")


def read(fence: Fence, context: ReadContext) -> Slide:
    layout = fence.attributes.get("layout", "bullets")
    if layout not in LAYOUTS:
        context.report(
            error("FNC103", f"layout={layout!r} is not known", fence.attributes.span, hint="use " + ", ".join(LAYOUTS))
        )
        layout = "bullets"
    columns: list[tuple[Text, tuple[Node, ...]]] = []
    for child in context.blocks(fence.children):
        if isinstance(child, Heading):
            columns.append((child.text, ()))
        elif columns:
            columns[-1] = (columns[-1][0], (*columns[-1][1], child))
        else:
            columns.append((EMPTY, (child,)))
    title = context.text(fence.argument.text, fence.argument.span)
    return Slide(title, layout, tuple(columns), meta=context.meta(fence, known=("layout",)))


def lower(node: Node, context: LowerContext) -> tuple[Node, ...]:
    return (node,)


KIND = Kind(
    ("slide",),
    read,
    lower,
    Slide,
    """\
:::{slide} Why labour moves {layout=two-columns}
## Pull
- Vacancies
## Push
- Debt
:::
""",
)
