"""The list that a letter or a label is merged with: a line for each participant, for Word or a mail program."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from emmbuild.artefacts.parties import group_of
from emmbuild.artefacts.shape import Artefact, File, Kit, Output
from emmbuild.core.spreadsheets import safe
from emmbuild.workshop.model import Placement

_COLUMNS = ("code", "name", "name_local", "language", "country", "agency", "email", "group", "room")


def make(kit: Kit, code: str) -> Iterator[Output]:
    if not kit.scene.people:
        return
    rooms = {group.name: group.room for group in kit.workshop.groups.groups}
    placed = isinstance(kit.scene.placement, Placement)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for person in kit.scene.people:
        group = group_of(kit, person) if placed else ""
        language = person.langs[0] if person.langs else ""
        line = (person.code, person.name, person.name_local, language, person.country, person.agency, person.email, group)
        writer.writerow([safe(word) for word in (*line, rooms.get(group, ""))])
    yield File(ARTEFACT.path("merge-list") + ".csv", out.getvalue().encode("utf-8-sig"))


ARTEFACT = Artefact(
    "merge-list", "List to merge letters and labels with (CSV)", "private", "private", make, languages="once"
)
