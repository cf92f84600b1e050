"""Measuring: tables from any Excel, workbooks without a clock, and the minutes that practice teaching takes."""

from __future__ import annotations

from datetime import date

import pytest

from emmbuild.core.diagnostics import ContentError
from emmbuild.readers import tables
from emmbuild.render.xlsx import Tab, workbook
from emmbuild.workshop.agenda import timed
from emmbuild.workshop.delivery import TeachBack
from emmbuild.workshop.model import Content, Day, Event, Languages, Session, Workshop
from emmbuild.workshop.said import NOTHING
from emmbuild.workshop.teachback import minutes_needed, practice

PEOPLE = [f"p{n:03}" for n in range(1, 16)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_of_any_excel_reads_the_same(encoding: str, separator: str) -> None:
    text = f"code{separator}agency\r\np1{separator}Ministère de l’Intérieur\r\n\r\np2{separator}Santé\r\n"
    [table] = tables.read("a.csv", text.encode(encoding))
    assert table.header == ("code", "agency")
    assert list(table.records()) == [
        {"code": "p1", "agency": "Ministère de l’Intérieur"},
        {"code": "p2", "agency": "Santé"},
    ]
    assert table.span(1).line == 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1256"])
def test_arabic_csv_reads_the_same(encoding: str) -> None:
    [table] = tables.read("a.csv", "الرمز;الجهة\nم1;وزارة الداخلية\n".encode(encoding))
    assert table.header == ("الرمز", "الجهة")
    assert table.rows == (("م1", "وزارة الداخلية"),)


def test_a_workbook_is_the_same_each_time_and_runs_nothing() -> None:
    tab = Tab("Marks: A/B", ("code", "points"), [("=1+1", 3), ("p2", 2.5), ("p3", None)], rtl=True)
    data = workbook([tab], "Marks")
    assert data == workbook([tab], "Marks")
    [table] = tables.read("a.xlsx", data)
    assert table.name == "Marks  A B"
    assert table.rows == (("=1+1", "3"), ("p2", "2.5"), ("p3", ""))


@pytest.mark.parametrize("data", [b"PK\x03\x04rubbish", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfea\x00b"])
def test_what_is_no_table_is_said_so(data: bytes) -> None:
    with pytest.raises(ContentError) as caught:
        tables.read("a.xlsx", data)
    assert [d.code for d in caught.value.diagnostics] == ["TAB101"]


def workshop(rooms: int, *minutes: int) -> Workshop:
    sessions = tuple(Session(f"tb{n}", "teachback", length) for n, length in enumerate(minutes, 1))
    day = timed(Day(1, 9 * 60, 17 * 60, sessions, date(2027, 4, 13)))
    return Workshop(
        "tot", NOTHING, Event((), "UTC"), Languages(("en",)), Content(), (day,), teachback=TeachBack(10, 5, rooms)
    )


@pytest.mark.parametrize(("rooms", "minutes"), [(3, 75), (1, 225), (4, 60)])
def test_practice_teaching_takes_people_times_minutes(rooms: int, minutes: int) -> None:
    planned = practice(workshop(rooms, minutes), PEOPLE, ["2.6.B1", "2.6.B2"])
    assert minutes_needed(15, TeachBack(10, 5, rooms)) == planned.needed == minutes
    assert planned.short == 0
    assert {turn.person for turn in planned.turns} == set(PEOPLE)
    assert max(turn.end for turn in planned.turns) == 9 * 60 + minutes
    assert all(turn.session == "tb1" for turn in planned.turns)


def test_nobody_teaches_and_observes_at_once_and_rooms_hold_one_turn_at_a_time() -> None:
    planned = practice(workshop(3, 45, 30), PEOPLE)
    places = [(turn.day, turn.room, turn.start) for turn in planned.turns]
    assert len(set(places)) == len(places)
    for turn in planned.turns:
        assert len(turn.observers) == 2
        assert turn.person not in turn.observers
        rooms = {one.person: one.room for one in planned.turns}
        assert {rooms[name] for name in turn.observers} == {turn.room}
    observed = [name for turn in planned.turns for name in turn.observers]
    assert {observed.count(name) for name in PEOPLE} == {2}


def test_a_turn_never_straddles_two_sessions_and_what_lacks_is_said() -> None:
    planned = practice(workshop(1, 40, 20), PEOPLE[:4])
    assert [turn.session for turn in planned.turns] == ["tb1", "tb1", "tb2", ""]
    assert practice(workshop(1, 40), PEOPLE[:4]).short == 20
