"""A workshop as it is built: the facts of 2005, everything in every language, exact totals, names and keys where they belong."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import docx
import openpyxl
import pptx
import pytest
from conftest import ROOT
from people_samples import csv_of
from pypdf import PdfReader

from emmbuild import pipeline
from emmbuild.assembly.build import Wish, artefacts, build
from emmbuild.assembly.hall import Hall
from emmbuild.assembly.kit import WorkshopKit
from emmbuild.core import walk
from emmbuild.core.nodes import Question
from emmbuild.pipeline import Artefact
from emmbuild.workshop.model import Rota

TUNIS = (ROOT / "workshops/tunis-2027/workshop.yaml").read_text("utf-8")
NO_PDF = ("docx", "pptx", "xlsx", "csv", "ics", "txt", "text", "xml", "json", "jsonld", "html", "scorm12")
Tree = dict[str, bytes]


def tunis(desk: pipeline.Desk, text: str = TUNIS) -> Hall:
    return Hall(desk, "tunis-2027", text, csv_of(60).encode())


def made(hall: Hall, wish: Wish, out: Path) -> tuple[Tree, list[Artefact]]:
    listed, said = build(hall, wish, out)
    assert not [problem for problem in said if problem.severity == "error"]
    return {one.path.split("/", 1)[1]: (out / one.path).read_bytes() for one in listed}, listed


@pytest.fixture(scope="module")
def geneva(real: pipeline.Desk, tmp_path_factory: pytest.TempPathFactory) -> Tree:
    return made(Hall(real, "geneva-2005"), Wish(kinds=NO_PDF), tmp_path_factory.mktemp("geneva"))[0]


@pytest.fixture(scope="module")
def whole(real: pipeline.Desk, tmp_path_factory: pytest.TempPathFactory) -> tuple[Tree, list[Artefact]]:
    """tunis-2027 with 60 invented people, PDFs and all."""
    return made(tunis(real), Wish(), tmp_path_factory.mktemp("tunis"))


def words_of(name: str, data: bytes) -> str:
    """Every word in a file, parts of zips included."""
    if name.endswith(".pdf"):
        command = ["pdftotext", "-", "-"]
        return subprocess.run(command, input=data, capture_output=True, check=True, timeout=120).stdout.decode("utf-8")
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return " ".join(words_of(part, archive.read(part)) for part in archive.namelist())
    if name.endswith((".png", ".jpeg", ".jpg")):
        return ""
    text = data.decode("utf-8", "replace")
    if name.endswith(".js"):
        text = re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), text)
    shown = re.sub(r"<[^>]*>", "" if name.startswith(("word/", "ppt/")) else " ", text)
    return f"{shown} {text}" if not name.endswith((".xml", ".rels")) else shown


def slides(data: bytes) -> Iterator[tuple[str, list[list[str]], str]]:
    """(title, rows of its table, all text) of every slide."""
    for slide in pptx.Presentation(io.BytesIO(data)).slides:
        rows = [[cell.text for cell in row.cells] for shape in slide.shapes if shape.has_table for row in shape.table.rows]
        text = "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        yield slide.shapes.title.text if slide.shapes.title is not None else "", rows, text


def slide(data: bytes, title: str) -> tuple[list[list[str]], str]:
    return next((rows, text) for name, rows, text in slides(data) if name == title)


def test_geneva_2005_states_the_facts_of_its_presentation(geneva: Tree) -> None:
    deck = geneva["trainers/en/slides-day-1-en.pptx"]
    rooms, _ = slide(deck, "Break-out logistics")
    assert rooms[1:] == [
        ["A", "Room A", "English, French and Spanish"],
        ["B", "Room B", "English, French and Spanish"],
        ["C", "Room C", "English, French and Spanish"],
        ["D", "Room D", "English only"],
        ["E", "Room E", "English only"],
    ]
    sessions, _ = slide(deck, "Break-out sessions")
    assert sessions[1:] == [
        ["11:00–13:00", "Migration and Labour", "2.6"],
        ["15:00–17:00", "Counter-Trafficking", "3.12"],
    ]
    _, asked = slide(deck, "Please note")
    assert "same group and the same room for both sessions" in asked
    assert "New facilitators will come to you" in asked
    _, purposes = slide(deck, "Purposes of the workshop")
    assert [line for line in purposes.split("\n") if line][1:4] == [
        "Get to know the EMM",
        "See by example how the EMM can frame a discussion",
        "Exchange views in a lively way",
    ]


def test_geneva_2005_door_signs_and_guide_say_the_same(geneva: Tree, real: pipeline.Desk) -> None:
    signs = words_of("x.docx", geneva["participants/door-signs.docx"])
    assert all(f"Room {letter}" in signs for letter in "ABCDE")
    guide = docx.Document(io.BytesIO(geneva["trainers/en/guide-en.docx"]))
    cells = [cell.text for table in guide.tables for row in table.rows for cell in row.cells]
    assert "11:00–13:00" in cells and "15:00–17:00" in cells
    assert "Break-out: Migration and Labour" in cells and "Break-out: Counter-Trafficking" in cells
    rota = Hall(real, "geneva-2005").scene.rota
    assert isinstance(rota, Rota)
    for group in "ABCDE":
        assert not set(rota.pairs["bo1"][group]) & set(rota.pairs["bo2"][group]), "new facilitators come to each group"


@pytest.mark.office
def test_everything_of_the_list_is_there_in_each_language(whole: tuple[Tree, list[Artefact]]) -> None:
    _, listed = whole
    by_source: dict[str, set[str]] = {}
    for one in listed:
        by_source.setdefault(str(one.facts["artefact"]), set()).add(one.language)
    wanted = [one for one in artefacts() if one.wanted(Hall(pipeline.desk(ROOT), "tunis-2027").scene.workshop)]
    assert {one.name for one in wanted} <= set(by_source)
    for one in wanted:
        if one.languages == "working" and one.make is not None and one.name != "handouts":
            assert {"en", "fr", "ar"} <= by_source[one.name], one.name


@pytest.mark.office
def test_the_totals_of_the_print_order_are_pages_times_copies(whole: tuple[Tree, list[Artefact]]) -> None:
    files, _ = whole
    sheet = openpyxl.load_workbook(io.BytesIO(files["print/print-order.xlsx"])).worksheets[0]
    head, *rows, total = [list(row) for row in sheet.iter_rows(values_only=True)]
    place = {name: head.index(name) for name in ("File", "Pages", "Copies", "Pages in all", "Sheets")}
    pages = 0
    for row in rows:
        counted = len(PdfReader(io.BytesIO(files[str(row[place["File"]])])).pages)
        assert row[place["Pages"]] == counted
        assert row[place["Pages in all"]] == counted * int(str(row[place["Copies"]]))
        pages += int(str(row[place["Pages in all"]]))
    assert total[place["Pages in all"]] == pages > 1000
    assert {"participants/fr/workbook-fr.pdf", "trainers/en/guide-en.pdf"} <= {str(row[place["File"]]) for row in rows}


@pytest.mark.office
def test_names_of_participants_stand_in_private_only(whole: tuple[Tree, list[Artefact]], real: pipeline.Desk) -> None:
    files, _ = whole
    people = tunis(real).scene.people
    assert len(people) == 60
    names = {person.name for person in people} | {person.name_local for person in people if person.name_local}
    found = {
        name
        for path, data in files.items()
        if path.startswith("private/")
        for name in names
        if name in words_of(path, data)
    }
    assert len(found) > 60, "the search finds names where they are"
    for path, data in files.items():
        if not path.startswith("private/"):
            text = words_of(path, data)
            assert not [name for name in names if name in text], path


@pytest.mark.office
def test_no_key_and_no_note_is_in_a_participants_file(whole: tuple[Tree, list[Artefact]], real: pipeline.Desk) -> None:
    files, _ = whole
    kit = WorkshopKit(tunis(real))
    for code in ("en", "fr", "ar"):
        hidden: set[str] = set()
        for section in ("2.6", "3.12"):
            mine = {text.plain for text in walk.texts(kit.section(section, code, "facilitator", keyed=True).section.blocks)}
            theirs = {text.plain for text in walk.texts(kit.section(section, code).section.blocks)}
            hidden |= {text for text in mine - theirs if len(text) > 40}
        keyed = {item.meta.id: item for form in "AB" for item in kit.items(form, code, keyed=True)}
        assert keyed and all(isinstance(item, Question) for item in keyed.values())
        hidden |= {o.feedback.plain for item in keyed.values() for o in item.options if len(o.feedback.plain) > 40}
        assert len(hidden) > 50
        guide = words_of("x.docx", files[f"trainers/{code}/guide-{code}.docx"])
        assert sum(text in guide for text in hidden) > 20, "the search finds what is there"
        for path, data in files.items():
            if path.startswith(f"participants/{code}/") and not path.endswith(".pdf"):
                text = words_of(path, data)
                assert not [secret for secret in hidden if secret in text], path


@pytest.mark.office
def test_the_usb_folder_asks_for_nothing_and_its_checksums_hold(whole: tuple[Tree, list[Artefact]]) -> None:
    files = {path.removeprefix("usb/"): data for path, data in whole[0].items() if path.startswith("usb/")}
    start = files["index.html"].decode()
    for target in re.findall(r'href="([^"#]+)"', start):
        assert target in files, target
    for path, data in files.items():
        if path.endswith(".html"):
            assert not re.search(rb'(?:src|href)="(?:https?:)?//', re.sub(rb"<a [^>]*>", b"", data)), path
    listed = dict(reversed(line.split("  ", 1)) for line in files["SHA256SUMS.txt"].decode().strip().split("\n"))
    assert listed == {path: sha256(data).hexdigest() for path, data in files.items() if path != "SHA256SUMS.txt"}
    assert 'dir="rtl"' in start and "ar/course/index.html" in start


def test_moving_a_session_changes_what_mentions_it_and_nothing_else(real: pipeline.Desk, tmp_path: Path) -> None:
    moved = TUNIS.replace("{id: ev2,    kind: evaluation, min: 15,", "{id: ev2,    kind: evaluation, min: 20,")
    moved = moved.replace("{id: close,  kind: ceremony,  min: 30", "{id: close,  kind: ceremony,  min: 25")
    assert moved != TUNIS
    before, _ = made(tunis(real), Wish(kinds=NO_PDF), tmp_path / "before")
    after, _ = made(tunis(real, moved), Wish(kinds=NO_PDF), tmp_path / "after")
    assert before.keys() == after.keys()
    changed = {path for path in before if before[path] != after[path]}
    mentions = {path for path, data in before.items() if re.search(r"16:30|T1[56]30", words_of(path, data))}
    assert changed - {"usb/SHA256SUMS.txt"} == mentions
    assert "participants/ar/agenda-ar.docx" in changed and "trainers/fr/slides-day-2-fr.pptx" in changed
    assert "trainers/fr/slides-day-1-fr.pptx" not in changed


def test_the_same_recipe_gives_the_same_bytes(geneva: Tree, real: pipeline.Desk, tmp_path: Path) -> None:
    again, _ = made(Hall(pipeline.Desk(ROOT), "geneva-2005"), Wish(kinds=NO_PDF), tmp_path)
    assert again == geneva
