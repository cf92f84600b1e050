"""A section in a made-up language: no word of any output is hard-coded, and codes are untouched."""

from __future__ import annotations

import io
import re
import zipfile
from html.parser import HTMLParser

import pytest
from lxml import etree

from emmbuild import pipeline
from emmbuild.core import walk
from emmbuild.core.text import Cite, Code, Link, inlines_of
from emmbuild.localize import pseudo
from emmbuild.localize.codes import pieces
from emmbuild.render.import_card import SOURCES

WORD = re.compile(r"(?<![\w@/.#-])[A-Za-z]{3,}(?![\w@]|\.\w)")


class Shown(HTMLParser):
    """The words of a page that people see or hear."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("script", "style")
        self.words += [value or "" for name, value in attrs if name in ("alt", "title", "aria-label", "placeholder")]

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.append(data)


def words_of(data: bytes) -> set[str]:
    """Every plain Latin word in what a reader of the file sees: slides, notes, pages, screens, alternative texts."""
    found: list[str] = []
    if not data.startswith(b"PK"):
        return set()  # question banks: data for an LMS, which shows its own words around them
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        for name in book.namelist():
            if re.fullmatch(r"ppt/(slides|notesSlides)/[^/]+\.xml|word/(document|footnotes|header\d|footer\d)\.xml", name):
                root = etree.fromstring(book.read(name))
                for paragraph in root.iter("{*}p"):
                    found.append("".join(t.text or "" for t in paragraph.iter("{*}t")))
                found += [str(e.get("descr")) for e in root.iter("{*}docPr", "{*}cNvPr") if e.get("descr")]
            elif name.endswith(".html"):
                page = Shown()
                page.feed(book.read(name).decode("utf-8"))
                found += page.words
    return {word for text in found for word in WORD.findall(re.sub(r"https?://\S+", "", text))}


STANDARDS = ("SCORM 2004 4th Edition", "SCORM 1.2", "cmi5")  # names, the same in every language


def allowed(desk: pipeline.Desk, section: str) -> set[str]:
    """Words that stay: names of standards and platforms, works cited, code, addresses, ids, the endonyms."""
    read = desk.section(section).section
    texts = list(walk.texts(packs_tree(desk, section)))
    keys = {part.key for text in texts for part in inlines_of(text.inlines) if isinstance(part, Cite)}
    works = [desk.shelf.library.works[key] for key in keys]
    kept = [words for work in works for words in (work.author, work.title, work.extra)]
    kept += [*STANDARDS, *SOURCES, *SOURCES.values()]
    for text in texts:
        if text.literal:
            kept.append(text.source)
        for part in inlines_of(text.inlines):
            kept.append(part.place if isinstance(part, Cite) else part.text if isinstance(part, Code) else "")
            kept.append(part.href if isinstance(part, Link) else "")
    kept += [read.front.version, "Pseudo", "emmbuild", *(known.name for known in pseudo.LANGUAGES.values())]
    return {word for text in kept for word in re.findall(r"[A-Za-z]{3,}", text)}


def packs_tree(desk: pipeline.Desk, section: str) -> object:
    read = desk.section(section)
    return (read.section, tuple(read.exercises.values()))


@pytest.mark.parametrize("kind", sorted(pipeline.formats()))
@pytest.mark.parametrize("section", ["2.6", "1.1"])
def test_no_word_of_any_output_is_hard_coded(real: pipeline.Desk, kind: str, section: str) -> None:
    made = pipeline.formats()[kind]
    maker = real.edition_maker(section, "qps-ploc")
    for audience in made.audiences:
        built = made.write(maker.edition(made, audience))
        assert words_of(built.data) - allowed(real, section) == set(), f"{kind} {audience}"


@pytest.mark.parametrize("code", sorted(pseudo.LANGUAGES))
def test_codes_and_placeholders_are_untouched(code: str) -> None:
    source = "**Explain** [the law](https://x.org/a) in {n} ways [@ilo2006, p. 4] `code` [^note]"
    made = pseudo.said(source, code)
    assert made.startswith(pseudo.OPEN) and made.endswith(pseudo.CLOSE)
    assert [p for p in pieces(made) if p.kind != "words"] == [p for p in pieces(source) if p.kind != "words"]
    assert not re.search("[a-zA-Z]", "".join(p.text for p in pieces(made) if p.kind == "words"))


def test_pseudo_languages_are_built_only_by_name(real: pipeline.Desk) -> None:
    assert not set(pseudo.LANGUAGES) & set(real.languages)
    assert real.edition_maker("2.6", "qps-plocm").language.rtl
