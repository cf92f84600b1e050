"""Who is in which group: a page for each group, to hang beside its door and to give to its facilitators."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts.parties import group_room, group_title, members
from emmbuild.artefacts.shape import Artefact, Copies, Kit, Output
from emmbuild.artefacts.sheets import BLANK, head, language_names, lead, sheet
from emmbuild.core.text import Text, words_of
from emmbuild.plan.document.model import Grid, Piece
from emmbuild.workshop.model import Group, Participant

_BLANK_ROWS = 14


def make(kit: Kit, code: str) -> Iterator[Output]:
    words = kit.words(code)
    pieces: list[Piece] = []
    for place, group in enumerate(kit.workshop.groups.groups):
        where = " · ".join((group_room(kit, group, code).plain, language_names(kit, group.langs, code)))
        pieces += [head(group_title(kit, group, code), 1, f"group_{group.name}", new_page=place > 0), lead(words_of(where))]
        pieces.append(group_table(kit, group, code))
    yield sheet(
        kit,
        code,
        ARTEFACT.path("group-lists", code),
        words.text("sheet.group-lists"),
        pieces,
        audience="private",
        copies=Copies(1, duplex=False),
    )


def group_table(kit: Kit, group: Group, code: str) -> Grid:
    """The people of a group with room for the role that each takes; blank rows where nobody is placed."""
    words = kit.words(code)
    header = tuple(words.text(f"sheet.{key}") for key in ("number", "name", "country-agency", "languages", "role"))
    people = members(kit)[group.name]
    rows = [_row(kit, number, person, code) for number, person in enumerate(people, 1)]
    rows = rows or [(words_of(words.number(number)), *(BLANK,) * 4) for number in range(1, _BLANK_ROWS + 1)]
    return Grid(header, tuple(rows), role="register", weights=(0.9, 3.4, 3.2, 2.6, 2))


def _row(kit: Kit, number: int, person: Participant, code: str) -> tuple[Text, ...]:
    words = kit.words(code)
    name = " · ".join(part for part in (person.name, person.name_local) if part)
    where = " · ".join(part for part in (person.country, person.agency) if part)
    spoken = language_names(kit, person.langs, code) if person.langs else ""
    return words_of(words.number(number)), words_of(name), words_of(where), words_of(spoken), BLANK


ARTEFACT = Artefact(
    "group-lists",
    "Lists of the groups",
    "private",
    "private",
    make,
    wanted=lambda workshop: bool(workshop.groups.groups),
)
