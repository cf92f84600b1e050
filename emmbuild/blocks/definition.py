"""A definition: a term and its meaning; feeds every glossary. `variants` says what single countries call it."""

from __future__ import annotations

from dataclasses import replace

from emmbuild.core.diagnostics import error
from emmbuild.core.nodes import Definition, Node, Paragraph
from emmbuild.core.syntax import Fence, Kind, LowerContext, ReadContext
from emmbuild.core.text import EMPTY, Plain, Text


def read(fence: Fence, context: ReadContext) -> Definition | None:
    if not fence.argument.text:
        context.report(error("FNC104", "the definition names no term", fence.span, hint="write :::{definition} the term"))
        return None
    meta = context.meta(fence)
    stem = meta.id or f"{context.owner}/def-{_slug(fence.argument.text)}"
    source, variants = fence.option("source"), fence.option("variants")
    return Definition(
        context.text(fence.argument.text, fence.argument.span, f"{stem}.term"),
        context.blocks(fence.children),
        context.text(source.text, source.span),
        context.text(variants.text, variants.span, f"{stem}.variants") if variants.text else EMPTY,
        meta=meta,
    )


def _slug(term: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in term.lower()).split())


def lower(node: Definition, context: LowerContext) -> tuple[Node, ...]:
    children = context.lower(node.children)
    if node.variants:
        children = (*children, Paragraph(_introduced(node.variants, context), "source"))
    return (Definition(node.term, children, node.source, meta=node.meta),)


def _introduced(variants: Text, context: LowerContext) -> Text:
    lead = context.words.text("variants")
    if variants.lang:
        return variants  # not translated yet: no words of another language before it
    return replace(variants, inlines=(Plain(f"{lead.plain} "), *variants.inlines))


KIND = Kind(
    ("definition",),
    read,
    lower,
    Definition,
    """\
:::{definition} remittances
:variants: transfers (Tamarra)
Money or goods that migrants send to people in their country of origin.
:::
""",
    ("variants",),
)
