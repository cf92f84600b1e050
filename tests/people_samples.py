"""Invented participants and groups as values, for the tests of groups and rotas."""

from __future__ import annotations

import importlib.util
from types import ModuleType

from conftest import ROOT

from emmbuild.workshop.model import (
    Allocate,
    Audience,
    Content,
    Day,
    Event,
    Facilitator,
    Group,
    Groups,
    Languages,
    Participant,
    Room,
    Session,
    Workshop,
)
from emmbuild.workshop.said import NOTHING


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("invent_participants", ROOT / "tools/invent_participants.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOL = _tool()


def csv_of(count: int, seed: int = 7, also: str = "") -> str:
    return TOOL.table(TOOL.invented(count, seed, also))


def people(count: int, seed: int = 7) -> tuple[Participant, ...]:
    return tuple(
        Participant(
            one["code"],
            one["name"],
            tuple(one["languages"].split(", ")),
            country=one["country"],
            agency=one["agency"],
            gender=one["gender"],
            experience=one["experience"],
            step_free=one["step_free"] == "yes",
        )
        for one in TOOL.invented(count, seed)
    )


def groups(count: int, seats: int, several: int, **rules: object) -> tuple[Groups, dict[str, Room]]:
    """`count` groups; the first `several` work in en, fr and ar in step-free rooms, the other ones in English."""
    names = [chr(65 + at) if at < 26 else f"A{at}" for at in range(count)]
    made = tuple(Group(name, ("en", "fr", "ar") if at < several else ("en",), name) for at, name in enumerate(names))
    rooms = {name: Room(name, NOTHING, seats, step_free=at < several) for at, name in enumerate(names)}
    return Groups(made, allocate=Allocate(**rules)), rooms  # type: ignore[arg-type]


TEAM = (
    ("amal", "ar fr en", "2.6 3.12"),
    ("bruno", "fr en", "2.6"),
    ("carol", "en", "2.6 3.12"),
    ("dalia", "ar en", "3.12"),
    ("edo", "en fr", "3.12"),
    ("farid", "ar fr", "2.6"),
    ("grace", "en", "2.6"),
    ("hamid", "ar en", "2.6 3.12"),
    ("ines", "fr ar en", "3.12"),
    ("jonas", "en fr", "2.6 3.12"),
)


def workshop(team: tuple[tuple[str, str, str], ...] = TEAM, **changes: object) -> Workshop:
    """The break-outs of the example: five groups, two sessions on two days, ten facilitators."""
    made, rooms = groups(5, 14, 3)
    sessions = (
        Session("bo1", "breakout", 120, day=1, section="2.6"),
        Session("bo2", "breakout", 120, day=2, section="3.12"),
    )
    days = tuple(Day(number, 0, 120, (session,)) for number, session in enumerate(sessions, 1))
    whole = Groups(made.groups, **changes)  # type: ignore[arg-type]
    return Workshop(
        "example",
        NOTHING,
        Event((), "", rooms=rooms),
        Languages(("en", "fr", "ar")),
        Content(),
        days,
        audience=Audience(expected=60),
        team=tuple(Facilitator(id, tuple(langs.split()), tuple(sections.split())) for id, langs, sections in team),
        groups=whole,
    )
