"""A planned table as a DrawingML table: header row flagged, direction right, sizes as measured."""

from __future__ import annotations

from collections.abc import Sequence

from emmbuild.plan.deck import Frame, Grid, Level, Para
from emmbuild.plan.deck.grids import INSET_X
from emmbuild.render.xml import attr
from emmbuild.writers.pptx.text import Pen, paragraph

STYLE = "{8A3E5C2B-6D14-4F0B-9B7E-51C2D0A9E6F4}"
_PLAIN = Level(18)


def graphic_frame(grid: Grid, frame: Frame, title: str, number: int, pen: Pen) -> str:
    """The frame with the table, at the top of its area."""
    given = ' rtl="1"' if pen.rtl else ""
    given += ' firstRow="1" bandRow="1"'
    columns = "".join(f'<a:gridCol w="{width}"/>' for width in grid.widths)
    rows = "".join(
        _row(row, height, grid, pen, head=place == 0)
        for place, (row, height) in enumerate(zip((grid.header, *grid.rows), grid.heights, strict=True))
    )
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="Table {number}" descr="{attr(title)}"/>'
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'<p:xfrm><a:off x="{frame.x}" y="{frame.y}"/><a:ext cx="{frame.w}" cy="{sum(grid.heights)}"/></p:xfrm>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
        f"<a:tbl><a:tblPr{given}><a:tableStyleId>{STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>{columns}</a:tblGrid>{rows}"
        "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _row(cells: Sequence[Para], height: int, grid: Grid, pen: Pen, *, head: bool) -> str:
    colour = pen.head_colour if head else ""
    made = "".join(
        "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>"
        f"{paragraph(cell, _PLAIN, pen, grid.size, head or (grid.first_column and not place), colour)}</a:txBody>"
        f'<a:tcPr marL="{INSET_X}" marR="{INSET_X}" marT="{grid.inset}" marB="{grid.inset}" anchor="ctr"/></a:tc>'
        for place, cell in enumerate(cells)
    )
    return f'<a:tr h="{height}">{made}</a:tr>'
