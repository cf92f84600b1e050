"""The parts of a deck that list the others: content types, relationships, presentation, properties.

No dates and no names of people or programs of others: the same plan gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from emmbuild.archive import Part, part
from emmbuild.core.nodes import Picture
from emmbuild.render.xml import DECLARATION, attr, esc
from emmbuild.writers.pptx.chart import BOOK_TYPE, CHART_TYPE
from emmbuild.writers.pptx.template import Template

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.presentationml."
_FIRST = 256  # the smallest slide id (ISO/IEC 29500-1, 19.7.13)
IMAGE_TYPES = {"png": "image/png", "jpeg": "image/jpeg", "jpg": "image/jpeg"}

ROOT_RELS = (
    f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="ppt/presentation.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/extended-properties" Target="docProps/app.xml"/></Relationships>'
)


@dataclass(frozen=True, slots=True)
class Cover:
    """What a deck says of itself. `groups`: names of the sorter's sections with their numbers of slides."""

    title: str
    subject: str
    tag: str
    version: str
    groups: tuple[tuple[str, int], ...]
    hidden: int = 0

    @property
    def slides(self) -> int:
        return sum(count for _, count in self.groups)


def relationships(entries: Iterable[tuple[str, str, str]]) -> str:
    """A relationships part; an entry is id, kind and target. Links are external."""
    made = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{attr(target)}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if kind == 'hyperlink' else ''}/>"
        for name, kind, target in entries
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


@lru_cache(maxsize=32768)
def slide_rels(
    number: int, layout: str, links: tuple[str, ...] = (), pictures: tuple[str, ...] = (), charts: tuple[int, ...] = ()
) -> Part:
    """The relationships of slide `number`; kept, for decks have the same ones again and again."""
    text = relationships(
        [
            ("rId1", "slideLayout", f"../slideLayouts/{layout.rsplit('/', 1)[-1]}"),
            ("rId2", "notesSlide", f"../notesSlides/notesSlide{number}.xml"),
            *((f"rIdP{place}", "image", f"../media/{name}") for place, name in enumerate(pictures, 1)),
            *((f"rIdC{place}", "chart", f"../charts/chart{chart}.xml") for place, chart in enumerate(charts, 1)),
            *((f"rIdL{place}", "hyperlink", href) for place, href in enumerate(links, 1)),
        ]
    )
    return part(f"ppt/slides/_rels/slide{number}.xml.rels", text)


@lru_cache(maxsize=8192)
def notes_rels(number: int, links: tuple[str, ...] = ()) -> Part:
    text = relationships(
        [
            ("rId1", "notesMaster", "../notesMasters/notesMaster1.xml"),
            ("rId2", "slide", f"../slides/slide{number}.xml"),
            *((f"rIdL{place}", "hyperlink", href) for place, href in enumerate(links, 1)),
        ]
    )
    return part(f"ppt/notesSlides/_rels/notesSlide{number}.xml.rels", text)


def content_types(template: Template, slides: int, pictures: Iterable[Picture], charts: int = 0) -> str:
    head, tail = template.types
    kinds = sorted(kind for kind in {picture.kind for picture in pictures} if f'Extension="{kind}"' not in head)
    made = "".join(f'<Default Extension="{kind}" ContentType="{IMAGE_TYPES[kind]}"/>' for kind in kinds)
    if charts and 'Extension="xlsx"' not in head:
        made += f'<Default Extension="xlsx" ContentType="{BOOK_TYPE}"/>'
    for number in range(1, charts + 1):
        made += f'<Override PartName="/ppt/charts/chart{number}.xml" ContentType="{CHART_TYPE}"/>'
    made += "".join([_types(number) for number in range(1, slides + 1)])
    made += (
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>'
    )
    return head + made + tail


@lru_cache(maxsize=4096)
def _types(number: int) -> str:
    return (
        f'<Override PartName="/ppt/slides/slide{number}.xml" ContentType="{_TYPE}slide+xml"/>'
        f'<Override PartName="/ppt/notesSlides/notesSlide{number}.xml" ContentType="{_TYPE}notesSlide+xml"/>'
    )


def presentation(template: Template, cover: Cover) -> str:
    """The presentation part with its slides, and the sections of the slide sorter."""
    head, tail = template.deck
    numbers = range(1, cover.slides + 1)
    listed = "".join(f'<p:sldId id="{_FIRST + number}" r:id="rIdS{number}"/>' for number in numbers)
    extension = _sections(cover)
    return f"{head}<p:sldIdLst>{listed}</p:sldIdLst>{tail.replace('</p:presentation>', extension + '</p:presentation>')}"


def _sections(cover: Cover) -> str:
    made, number = "", 0
    for place, (name, count) in enumerate(cover.groups):
        ids = "".join(f'<p14:sldId id="{_FIRST + number + n}"/>' for n in range(1, count + 1))
        number += count
        head = f'<p14:section name="{attr(name)}" id="{_guid(f"{place} {name}")}">'
        made += f"{head}<p14:sldIdLst>{ids}</p14:sldIdLst></p14:section>"
    return (
        '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst'
        f' xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">{made}</p14:sectionLst></p:ext></p:extLst>'
    )


def _guid(seed: str) -> str:
    digits = sha256(seed.encode()).hexdigest().upper()
    return f"{{{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-8{digits[17:20]}-{digits[20:32]}}}"


def presentation_rels(template: Template, slides: int) -> str:
    head, tail = template.rels
    made = "".join(
        f'<Relationship Id="rIdS{number}" Type="{_OFFICE}/slide" Target="slides/slide{number}.xml"/>'
        for number in range(1, slides + 1)
    )
    return head + made + tail


def core_properties(cover: Cover) -> str:
    version = f"<cp:version>{esc(cover.version)}</cp:version>" if cover.version else ""
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{esc(cover.title)}</dc:title><dc:subject>{esc(cover.subject)}</dc:subject>"
        f"<dc:language>{esc(cover.tag)}</dc:language>{version}</cp:coreProperties>"
    )


def app_properties(cover: Cover) -> str:
    return (
        f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Slides>{cover.slides}</Slides><Notes>{cover.slides}</Notes><HiddenSlides>{cover.hidden}</HiddenSlides>"
        "<Application>emmbuild</Application></Properties>"
    )
