"""A folder for a USB stick: a start page, the papers of participants, the handbook and the course, in each language.

Nothing in it needs a network, a server or a program to be installed; personal data and trainers' files never come here.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from hashlib import sha256

from emmbuild.artefacts.shape import Artefact, File, Kit, Made, Output, Written
from emmbuild.core.edition import Edition
from emmbuild.render.screens import theme_css
from emmbuild.render.xml import attr, esc

COURSE, HANDBOOK, PAPERS, SUMS = "course", "handbook", "papers", "SHA256SUMS.txt"
_CSS = """
body{font-family:var(--body,sans-serif);margin:0 auto;max-width:60rem;padding:1.5rem;line-height:1.5}
section{border-top:3px solid;margin-top:2rem}li{margin:.3rem 0}a:focus{outline:3px solid}
"""


def handbook(kit: Kit, code: str) -> Iterator[Output]:
    """The sections of the workshop as web pages."""
    for chosen in kit.workshop.content.sections:
        if chosen.section in kit.scene.shelf.sections:
            edition = kit.section(chosen.section, code, "participant")
            yield Written(f"usb/{HANDBOOK}/{chosen.section}/{code}/index.html", edition, "html")


def last(kit: Kit, made: tuple[Made, ...]) -> Iterator[Output]:
    files = list(_files(kit, made))
    yield from files
    sums = [(one.path, one.data) for one in files]
    sums += [(one.path, one.data) for one in made if one.path.startswith("usb/")]
    lines = sorted(f"{sha256(data).hexdigest()}  {path.removeprefix('usb/')}" for path, data in sums)
    yield File(f"usb/{SUMS}", ("\n".join(lines) + "\n").encode())


def _files(kit: Kit, made: tuple[Made, ...]) -> Iterator[File]:
    for one in made:
        if one.audience == "participant" and one.path.startswith("participants/"):
            yield File(f"usb/{one.language or 'all'}/{PAPERS}/{one.path.rsplit('/', 1)[-1]}", one.data, one.language)
    for one in _courses(kit, made):
        with zipfile.ZipFile(io.BytesIO(one.data)) as package:
            for name in package.namelist():
                yield File(f"usb/{one.language}/{COURSE}/{name}", package.read(name), one.language)
    pages = list(_pages(kit))
    if pages:
        script = json.dumps(pages, ensure_ascii=True, indent=1).replace("<", "\\u003c")
        yield File(f"usb/{HANDBOOK}/pages.js", f"window.EMM_PAGES = {script};\n".encode())
    yield File("usb/index.html", _start(kit, made).encode())


def _courses(kit: Kit, made: tuple[Made, ...]) -> list[Made]:
    """One package a language: the whole course, or its only section; the first format that the recipe wants."""
    kind = kit.workshop.deliver.scorm[:1]
    packages = [one for one in made if one.source == "courses" and (one.kind,) == kind and "/prework" not in one.path]
    found: dict[str, Made] = {}
    for one in packages:
        if one.language not in found or "/course" in one.path:
            found[one.language] = one
    return list(found.values())


def _pages(kit: Kit) -> Iterator[dict[str, str]]:
    for code in _spoken(kit):
        for chosen in kit.workshop.content.sections:
            if chosen.section in kit.scene.shelf.sections:
                language = kit.languages[code]
                yield {
                    "path": f"{chosen.section}/{code}/index.html",
                    "section": chosen.section,
                    "code": code,
                    "name": language.name,
                    "tag": language.tag,
                    "dir": language.direction,
                    "title": f"{chosen.section} {kit.title(chosen.section, code).plain}",
                }


def _spoken(kit: Kit) -> list[str]:
    return [code for code in kit.workshop.languages.working if code in kit.languages]


def _start(kit: Kit, made: tuple[Made, ...]) -> str:
    """The start page: a part for each language, in that language and its direction."""
    source = kit.workshop.languages.source
    frame = kit.edition(source)
    links = "".join(
        f'<li><a href="#{attr(code)}" lang="{attr(code)}">{esc(kit.languages[code].name)}</a></li>' for code in _spoken(kit)
    )
    menu = f"<nav><ul>{links}</ul></nav>" if len(_spoken(kit)) > 1 else ""
    body = "".join(_part(kit, made, code) for code in _spoken(kit))
    title = frame.section.front.title.plain
    language = kit.languages[source]
    return (
        f'<!DOCTYPE html>\n<html lang="{attr(language.tag)}" dir="{language.direction}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">'
        f"<title>{esc(title)}</title><style>{theme_css(frame)}{_CSS}</style></head>"
        f"<body><main><h1>{esc(title)}</h1>{menu}{body}</main></body></html>\n"
    )


def _part(kit: Kit, made: tuple[Made, ...], code: str) -> str:
    words, language = kit.words(code), kit.languages[code]
    frame: Edition = kit.edition(code)
    course = [one for one in _courses(kit, made) if one.language == code]
    blocks = [f"<h2>{esc(frame.section.front.title.plain)}</h2>"]
    if course:
        name = words("print.usb-course")
        blocks.append(f'<p><a href="{code}/{COURSE}/index.html"><strong>{esc(name)}</strong></a></p>')
    chapters = [chosen.section for chosen in kit.workshop.content.sections if chosen.section in kit.scene.shelf.sections]
    if chapters:
        items = "".join(_chapter(kit, section, code) for section in chapters)
        blocks.append(f"<h3>{esc(words('print.usb-handbook'))}</h3><ul>{items}</ul>")
    papers = [one for one in made if one.audience == "participant" and one.path.startswith(f"participants/{code}/")]
    if papers:
        items = "".join(_paper(one, code) for one in sorted(papers, key=lambda one: one.path))
        blocks.append(f"<h3>{esc(words('print.usb-papers'))}</h3><ul>{items}</ul>")
    blocks.append(f"<p>{esc(words('print.usb-note'))}</p>")
    return f'<section id="{attr(code)}" lang="{attr(language.tag)}" dir="{language.direction}">{"".join(blocks)}</section>'


def _chapter(kit: Kit, section: str, code: str) -> str:
    name = f"{section} {kit.title(section, code).plain}"
    return f'<li><a href="{HANDBOOK}/{section}/{code}/index.html">{esc(name)}</a></li>'


def _paper(one: Made, code: str) -> str:
    name = one.path.rsplit("/", 1)[-1]
    return f'<li><a href="{code}/{PAPERS}/{attr(name)}">{esc(one.title or name)}</a> ({esc(one.kind)})</li>'


ARTEFACT = Artefact(
    "usb",
    "Offline folder for a USB stick",
    "usb",
    "participant",
    make=handbook,
    last=last,
    wanted=lambda workshop: workshop.deliver.usb,
)
