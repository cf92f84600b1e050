"""A planned chart as a native one that a trainer can edit: its XML, and the little workbook with its numbers.

ISO/IEC 29500-1, 21.2. Nothing is told by colour alone: values stand at the bars, names at the slices, lines have marks.
"""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.archive import frame, part
from emmbuild.core.edition import Theme
from emmbuild.plan.deck import Chart, Frame, Para
from emmbuild.render.xml import DECLARATION, attr, esc
from emmbuild.writers.pptx.recolour import colour_of
from emmbuild.writers.pptx.text import Pen, marked

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_COLOURS = ("primary", "accent", "secondary", "muted")
_MARKS = ("circle", "square", "triangle", "diamond")
_DASHES = ("solid", "dash", "sysDot", "dashDot")
_NAMES, _VALUES = 111111111, 222222222  # ids of the two axes
_LONG = 14  # letters: longer names stand beside lying bars


def chart_frame(frame_: Frame, about: str, number: int, place: int) -> str:
    """The frame on the slide; the chart is the relationship `rIdC{place}`."""
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="Chart {number}" descr="{attr(about)}"/>'
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'<p:xfrm><a:off x="{frame_.x}" y="{frame_.y}"/><a:ext cx="{frame_.w}" cy="{frame_.h}"/></p:xfrm><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
        f' r:id="rIdC{place}"/></a:graphicData></a:graphic></p:graphicFrame>'
    )


def described(chart: Chart, title: str) -> str:
    """Alternative text: the title and every value."""
    rows = (
        f"{name.plain}: " + ", ".join(f"{called.plain} {_number(values[place])}" for called, values in chart.series)
        for place, name in enumerate(chart.names)
    )
    return f"{title}. " + "; ".join(rows)


def chart_xml(chart: Chart, pen: Pen, tag: str, theme: Theme) -> str:
    """The chart part. `tag` is the language of its words."""
    plot = {"bar": _bars, "line": _lines, "pie": _pie}[chart.kind](chart, pen, theme)
    legend = ""
    if len(chart.series) > 1:
        legend = f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_text(pen, tag, theme, 16)}</c:legend>'
    return (
        f'{DECLARATION}<c:chartSpace {_SPACES}><c:date1904 val="0"/><c:lang val="{attr(tag)}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{plot}</c:plotArea>{legend}'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f'{_text(pen, tag, theme, 16)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _text(pen: Pen, tag: str, theme: Theme, points: int) -> str:
    rtl = ' rtl="1"' if pen.rtl else ""
    fill = f"<a:solidFill>{colour_of('ink', theme)}</a:solidFill>"
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr{rtl}><a:defRPr sz="{points * 100}">{fill}</a:defRPr></a:pPr>'
        f'<a:endParaRPr lang="{attr(tag)}"/></a:p></c:txPr>'
    )


def _bars(chart: Chart, pen: Pen, theme: Theme) -> str:
    lying = len(chart.names) > 6 or any(len(name.plain) > _LONG for name in chart.names)
    made = ""
    for place in range(len(chart.series)):
        look = f'<c:spPr>{_fill(place, theme)}</c:spPr><c:invertIfNegative val="0"/>{_labels()}'
        made += _series(chart, place, look)
    # Lying bars read from the top; for right-to-left readers they grow, and standing ones are counted, from the right.
    names = "maxMin" if lying or pen.rtl else "minMax"
    values = "maxMin" if lying and pen.rtl else "minMax"
    sides = (("r" if pen.rtl else "l"), "b") if lying else ("b", ("r" if pen.rtl else "l"))
    return (
        f'<c:barChart><c:barDir val="{"bar" if lying else "col"}"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{made}<c:gapWidth val="60"/><c:overlap val="-10"/><c:axId val="{_NAMES}"/><c:axId val="{_VALUES}"/></c:barChart>'
        + _axes(names, values, sides, chart, hide_values=True)
    )


def _lines(chart: Chart, pen: Pen, theme: Theme) -> str:
    made = ""
    for place in range(len(chart.series)):
        fill = _fill(place, theme)
        dash = f'<a:prstDash val="{_DASHES[place % 4]}"/>'
        mark = f'<c:marker><c:symbol val="{_MARKS[place % 4]}"/><c:size val="9"/><c:spPr>{fill}</c:spPr></c:marker>'
        line = f'<c:spPr><a:ln w="34925">{fill}{dash}<a:round/></a:ln></c:spPr>{mark}'
        made += _series(chart, place, line + _labels("t"), '<c:smooth val="0"/>')
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{made}<c:marker val="1"/>'
        f'<c:axId val="{_NAMES}"/><c:axId val="{_VALUES}"/></c:lineChart>'
        + _axes("maxMin" if pen.rtl else "minMax", "minMax", ("b", "r" if pen.rtl else "l"), chart, hide_values=False)
    )


def _pie(chart: Chart, pen: Pen, theme: Theme) -> str:
    edge = f'<a:ln w="19050"><a:solidFill>{colour_of("paper", theme)}</a:solidFill></a:ln>'
    slices = "".join(
        f'<c:dPt><c:idx val="{place}"/><c:bubble3D val="0"/><c:spPr>{_fill(place, theme)}{edge}</c:spPr></c:dPt>'
        for place in range(len(chart.names))
    )
    labels = (
        '<c:dLbls><c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="1"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/><c:separator>\n</c:separator>'
        '<c:showLeaderLines val="1"/></c:dLbls>'
    )
    made = _series(chart, 0, slices + labels)
    return f'<c:pieChart><c:varyColors val="1"/>{made}<c:firstSliceAng val="0"/></c:pieChart>'


def _fill(place: int, theme: Theme) -> str:
    """A colour for a series or slice; after the first four, lighter ones."""
    colour = colour_of(_COLOURS[place % 4], theme)
    if place >= 4:
        step, tag = place // 4, colour[3:].split(" ", 1)[0]
        light = f'<a:lumMod val="{max(40, 80 - 10 * step)}000"/><a:lumOff val="{min(50, 20 * step)}000"/>'
        colour = colour.replace("/>", f">{light}</a:{tag}>")
    return f"<a:solidFill>{colour}</a:solidFill>"


def _labels(side: str = "outEnd") -> str:
    return (
        f'<c:dLbls><c:dLblPos val="{side}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )


def _series(chart: Chart, place: int, look: str, end: str = "") -> str:
    name, values = chart.series[place]
    column, last = _column(place + 1), len(values) + 1
    points = "".join(f'<c:pt idx="{n}"><c:v>{esc(_words(one))}</c:v></c:pt>' for n, one in enumerate(chart.names))
    numbers = "".join(f'<c:pt idx="{n}"><c:v>{_number(one)}</c:v></c:pt>' for n, one in enumerate(values))
    count = f'<c:ptCount val="{len(values)}"/>'
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/><c:tx><c:strRef><c:f>Sheet1!${column}$1</c:f><c:strCache>'
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{esc(_words(name))}</c:v></c:pt></c:strCache></c:strRef></c:tx>{look}'
        f"<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${last}</c:f><c:strCache>{count}{points}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>Sheet1!${column}$2:${column}${last}</c:f><c:numCache>"
        f"<c:formatCode>{_format(chart)}</c:formatCode>{count}{numbers}</c:numCache></c:numRef></c:val>{end}</c:ser>"
    )


def _axes(names: str, values: str, sides: tuple[str, str], chart: Chart, *, hide_values: bool) -> str:
    line = '<c:spPr><a:ln w="12700"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln></c:spPr>'
    return (
        f'<c:catAx><c:axId val="{_NAMES}"/><c:scaling><c:orientation val="{names}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{sides[0]}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/>{line}<c:crossAx val="{_VALUES}"/>'
        '<c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        '<c:noMultiLvlLbl val="0"/></c:catAx>'
        f'<c:valAx><c:axId val="{_VALUES}"/><c:scaling><c:orientation val="{values}"/></c:scaling>'
        f'<c:delete val="{int(hide_values)}"/><c:axPos val="{sides[1]}"/>'
        f'<c:numFmt formatCode="{attr(_format(chart))}" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="{_NAMES}"/><c:crosses val="autoZero"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )


def _words(para: Para) -> str:
    return marked(para.plain, para.language.rtl)


def _number(value: float) -> str:
    return repr(int(value)) if value == int(value) else repr(value)


def _format(chart: Chart) -> str:
    if chart.percent:
        return 'General"%"'
    whole = all(value == int(value) for _, values in chart.series for value in values)
    return "#,##0" if whole else "General"


def _column(place: int) -> str:
    return chr(ord("A") + place) if place < 26 else chr(ord("A") + place // 26 - 1) + chr(ord("A") + place % 26)


def workbook(chart: Chart, rtl: bool) -> bytes:
    """The numbers as a workbook of one sheet: what PowerPoint opens under "Edit data"."""
    view = ' rightToLeft="1"' if rtl else ""
    sheet = (
        f'{DECLARATION}<worksheet xmlns="{_SHEET}"><sheetViews><sheetView{view} workbookViewId="0"/></sheetViews>'
        f"<sheetData>{''.join(_rows(chart))}</sheetData></worksheet>"
    )
    book = (
        f'{DECLARATION}<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    types = (
        f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}worksheet+xml"/></Types>'
    )
    return frame(
        (
            part("[Content_Types].xml", types),
            part("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
            part("xl/workbook.xml", book),
            part("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml")),
            part("xl/worksheets/sheet1.xml", sheet),
        )
    )


def relation(kind: str, target: str) -> str:
    """A relationships part with one entry."""
    one = f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{attr(target)}"/>'
    return f'{DECLARATION}<Relationships xmlns="{_RELS}">{one}</Relationships>'


def _rows(chart: Chart) -> Iterator[str]:
    heads = [chart.corner.plain, *(name.plain for name, _ in chart.series)]
    yield f'<row r="1">{"".join(_cell(place, 1, words) for place, words in enumerate(heads))}</row>'
    for number, name in enumerate(chart.names):
        values = (values[number] for _, values in chart.series)
        numbers = (f'<c r="{_column(n)}{number + 2}"><v>{_number(one)}</v></c>' for n, one in enumerate(values, 1))
        yield f'<row r="{number + 2}">{_cell(0, number + 2, name.plain)}{"".join(numbers)}</row>'


def _cell(column: int, row: int, words: str) -> str:
    return f'<c r="{_column(column)}{row}" t="inlineStr"><is><t>{esc(words)}</t></is></c>'
