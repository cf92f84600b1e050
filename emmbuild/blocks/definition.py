"""A definition: a term and its meaning; feeds every glossary."""

from __future__ import annotations

from emmbuild.core.diagnostics import error
from emmbuild.core.nodes import Definition, Node
from emmbuild.core.syntax import Fence, Kind, LowerContext, ReadContext


def read(fence: Fence, context: ReadContext) -> Definition | None:
    if not fence.argument.text:
        context.report(error("FNC104", "the definition names no term", fence.span, hint="write :::{definition} the term"))
        return None
    meta = context.meta(fence)
    stem = meta.id or f"{context.owner}/def-{_slug(fence.argument.text)}"
    source = fence.option("source")
    return Definition(
        context.text(fence.argument.text, fence.argument.span, f"{stem}.term"),
        context.blocks(fence.children),
        context.text(source.text, source.span),
        meta=meta,
    )


def _slug(term: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in term.lower()).split())


def lower(node: Definition, context: LowerContext) -> tuple[Node, ...]:
    return (Definition(node.term, context.lower(node.children), node.source, meta=node.meta),)


KIND = Kind(
    ("definition",),
    read,
    lower,
    Definition,
    """\
:::{definition} remittances
Money or goods that migrants send to people in their country of origin.
:::
""",
)
