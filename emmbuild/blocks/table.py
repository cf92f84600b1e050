"""A captioned table, and a table to fill in by hand."""

from __future__ import annotations

from dataclasses import replace

from emmbuild.core.diagnostics import error
from emmbuild.core.nodes import Node, Row, Table
from emmbuild.core.syntax import Fence, Kind, LowerContext, ReadContext
from emmbuild.core.text import EMPTY


def read(fence: Fence, context: ReadContext) -> Table | None:
    table = next((child for child in fence.children if isinstance(child, Table)), None)
    if table is None:
        context.report(
            error("FNC104", f"{{{fence.name}}} holds no table", fence.span, hint="put a Markdown table (| … | … |) inside")
        )
        return None
    meta = context.meta(fence, known=("rows",))
    caption = context.text(fence.argument.text, fence.argument.span, f"{meta.id}.caption" if meta.id else "")
    if fence.name == "table":
        return replace(table, caption=caption, meta=meta)
    wanted = fence.attributes.get("rows", "0")
    missing = min(int(wanted) if wanted.isascii() and wanted.isdigit() else 0, 40) - len(table.rows)
    empty = Row(tuple(EMPTY for _ in table.header))
    return replace(table, rows=table.rows + (empty,) * max(missing, 0), caption=caption, fill=True, meta=meta)


def lower(node: Node, context: LowerContext) -> tuple[Node, ...]:
    return (node,)


KIND = Kind(
    ("table", "fill-table"),
    read,
    lower,
    Table,
    """\
:::{fill-table} Clauses of the agreement {#9.9.W1.T1 rows=3}
| Clause | What we propose |
|---|---|
| Recruitment costs |  |
:::
""",
)
