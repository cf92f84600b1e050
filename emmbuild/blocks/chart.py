"""A chart made from a small table: on slides a chart that can be edited, elsewhere the table itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

from emmbuild.core.diagnostics import error
from emmbuild.core.figures import number_of
from emmbuild.core.nodes import CHARTS, Node, Paragraph, Table
from emmbuild.core.syntax import Fence, Kind, LowerContext, ReadContext
from emmbuild.core.text import EMPTY, Text


@dataclass(frozen=True, slots=True)
class SourceChart(Node):
    """A chart as its author wrote it. `source` says where the numbers come from."""

    table: Table
    source: Text = EMPTY


def read(fence: Fence, context: ReadContext) -> SourceChart | None:
    table = next((child for child in fence.children if isinstance(child, Table)), None)
    meta = context.meta(fence, known=("kind",))
    kind = fence.attributes.get("kind", "bar")
    if kind not in CHARTS:
        context.report(
            error("FNC103", f"kind={kind!r} is not known", fence.attributes.span, hint="use " + ", ".join(CHARTS))
        )
        kind = "bar"
    problem = "holds no table" if table is None else _unfit(table, kind)
    if table is None or problem:
        hint = "one column of names, then one column of numbers for each series"
        context.report(error("FNC104", f"{{chart}} {problem}", fence.span, hint=hint))
        return None
    source = fence.option("source")
    stem = meta.id or context.owner
    caption = context.text(fence.argument.text, fence.argument.span, f"{meta.id}.caption" if meta.id else "")
    return SourceChart(
        replace(table, caption=caption, chart=kind, meta=meta),
        context.text(source.text, source.span, f"{stem}.source") if source.text else EMPTY,
        meta=meta,
    )


def _unfit(table: Table, kind: str) -> str:
    if len(table.header) < 2 or not table.rows:
        return "needs a column of names and a column of numbers"
    for row in table.rows:
        for cell in row.cells[1:]:
            if number_of(cell.plain) is None:
                return f"has “{cell.plain}” where a number should be"
    if kind == "pie" and (len(table.header) > 2 or any((number_of(row.cells[1].plain) or 0) < 0 for row in table.rows)):
        return "of kind pie needs one column of numbers, none below zero"
    return ""


def lower(node: SourceChart, context: LowerContext) -> tuple[Node, ...]:
    if not node.source:
        return (node.table,)
    return (replace(node.table, credit=node.source), Paragraph(node.source, "source"))


KIND = Kind(
    ("chart",),
    read,
    lower,
    SourceChart,
    """\
:::{chart} Workers abroad, in millions {#9.9.T2 kind=bar}
:source: [@sample2004]
| Region | Women | Men |
|---|---|---|
| North | 4.5 | 6.2 |
| South | 2 | 3.1 |
:::
""",
)
