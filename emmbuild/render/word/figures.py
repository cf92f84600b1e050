"""Figures: drawings as native shapes (a wpg group), pictures as inline pictures, both with words for alt."""

from __future__ import annotations

from emmbuild.core.drawing import Drawing, Shape
from emmbuild.core.nodes import Figure, Picture
from emmbuild.plan.document.model import Illustration
from emmbuild.render import shapes
from emmbuild.render.word import runs as r
from emmbuild.render.word.book import TEXT_WIDTH, Book
from emmbuild.render.word.paragraphs import paragraph
from emmbuild.render.word.tables import caption
from emmbuild.render.xml import attr, esc

EMU_PER_TWIP = 635
_HIGHEST = 9_600_000  # EMU: three quarters of the page
_PER_PIXEL = 9525  # EMU at 96 pixels an inch
_GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
# Anchor → w:jc in a left-to-right and in a bidi paragraph, where Word swaps left and right.
_ALIGN = {"start": ("left", "right"), "middle": ("center", "center"), "end": ("right", "left")}


def illustration(piece: Illustration, book: Book, width: int = TEXT_WIDTH) -> str:
    figure = piece.figure
    if figure.drawing is not None:
        shown = _drawing(figure, figure.drawing.mirrored() if book.rtl else figure.drawing, book, width)
    elif figure.picture is not None:
        shown = _picture(figure, figure.picture, book, width)
    else:
        return ""
    # Never a bidi paragraph: LibreOffice would put the labels of a mirrored drawing beside their shapes.
    made = paragraph("Figure", shown, book, rtl=False)
    if piece.caption:
        made += caption(piece.caption, book, "Caption")
    if figure.credit:
        made += paragraph("SourceLine", r.runs(figure.credit, book), book, text=figure.credit)
    return made


def _drawing(figure: Figure, drawing: Drawing, book: Book, width: int) -> str:
    unit = min(width * EMU_PER_TWIP / drawing.width, _HIGHEST / drawing.height)
    size = (round(drawing.width * unit), round(drawing.height * unit))
    sheet = Shape("rect", 0, 0, drawing.width, drawing.height)
    inner = "".join(_shape(shape, book, unit) for shape in (sheet, *drawing.shapes))
    box = f'<a:off x="0" y="0"/><a:ext cx="{size[0]}" cy="{size[1]}"/>'
    child = f'<a:chOff x="0" y="0"/><a:chExt cx="{size[0]}" cy="{size[1]}"/>'
    group = (
        f'<a:graphic><a:graphicData uri="{_GROUP}"><wpg:wgp><wpg:cNvGrpSpPr/>'
        f"<wpg:grpSpPr><a:xfrm>{box}{child}</a:xfrm></wpg:grpSpPr>{inner}</wpg:wgp></a:graphicData></a:graphic>"
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wpg">{_inline(figure, size, group, book)}</mc:Choice>'
        f"<mc:Fallback><w:t>{esc(figure.alt.plain)}</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )


def _inline(figure: Figure, size: tuple[int, int], graphic: str, book: Book) -> str:
    number = book.next_drawing()
    alt = f' descr="{attr(figure.alt.plain)}"' if figure.alt else ""
    inside = "" if figure.alt else _DECORATIVE
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{size[0]}" cy="{size[1]}"/>'
        f'<wp:docPr id="{number}" name="Figure {number}"{alt}>{inside}</wp:docPr>'
        f"<wp:cNvGraphicFramePr/>{graphic}</wp:inline></w:drawing>"
    )


def _shape(shape: Shape, book: Book, unit: float) -> str:
    number = book.next_drawing()
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="Shape {number}"/><wps:cNvSpPr/>'
        f"<wps:spPr>{shapes.properties(shape, book.edition.theme, unit)}</wps:spPr>{_label(shape, book, unit)}</wps:wsp>"
    )


def _label(shape: Shape, book: Book, unit: float) -> str:
    text = shape.label
    if text is None or not text:
        return "<wps:bodyPr/>"
    language = book.language_of(text)
    points = shapes.label_points(shape, unit, book.edition.theme.font(language.script).body)
    size = round(points * 2)
    colour = shapes.hex_of(shape.ink, book.edition.theme)
    look = r.Look(bold=shape.bold, extra=f'<w:color w:val="{colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>')
    free = shape.kind == "label"
    align = _ALIGN[shape.anchor][int(language.rtl)] if free else ""
    inner = paragraph("DiagramText", r.runs(text, book, look), book, text=text, jc=align)
    inset = 0 if free else round(shapes.LABEL_INSET * shapes.EMU_PER_POINT)
    anchor = "t" if free else "ctr"
    return (
        f"<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>"
        f'<wps:bodyPr wrap="square" lIns="{inset}" tIns="0" rIns="{inset}" bIns="0" anchor="{anchor}" anchorCtr="0">'
        "<a:noAutofit/></wps:bodyPr>"
    )


def _picture(figure: Figure, picture: Picture, book: Book, width: int) -> str:
    natural = (picture.width * _PER_PIXEL, picture.height * _PER_PIXEL)
    scale = min(1.0, width * EMU_PER_TWIP / natural[0], _HIGHEST / natural[1])
    size = (round(natural[0] * scale), round(natural[1] * scale))
    link = book.picture(picture)
    graphic = (
        f'<a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="Picture"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{link}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{size[0]}" cy="{size[1]}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    )
    return f"<w:r>{_inline(figure, size, graphic, book)}</w:r>"
