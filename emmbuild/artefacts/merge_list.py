"""The list that a letter or a label is merged with: a line for each participant, for Word or a mail program."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts.parties import group_of
from emmbuild.artefacts.shape import Artefact, File, Kit, Output
from emmbuild.render.csv_table import csv_table
from emmbuild.workshop.model import Participant

COLUMNS = ("code", "name", "name_local", "language", "country", "agency", "email", "group", "room")


def make(kit: Kit, _: str) -> Iterator[Output]:
    if kit.scene.people:
        rows = (_row(kit, person) for person in kit.scene.people)
        yield File(ARTEFACT.path("merge-list") + ".csv", csv_table(COLUMNS, rows))


def _row(kit: Kit, person: Participant) -> tuple[str, ...]:
    group = group_of(kit, person)
    room = next((one.room for one in kit.workshop.groups.groups if one.name == group), "")
    language = person.langs[0] if person.langs else ""
    facts = (person.code, person.name, person.name_local, language, person.country, person.agency, person.email)
    return (*facts, group, room)


ARTEFACT = Artefact(
    "merge-list", "List to merge letters and labels with (CSV)", "private", "private", make, languages="once"
)
