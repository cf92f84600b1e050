"""The pack of each facilitator: only their sessions, groups, rooms and things to carry."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts.group_lists import group_table
from emmbuild.artefacts.parties import breakouts, group_room, group_title, named, pair
from emmbuild.artefacts.shape import Artefact, Copies, Kit, Output
from emmbuild.artefacts.sheets import grid, head, hours, language_names, lead, sheet, where, where_and_when
from emmbuild.core.text import Text, words_of
from emmbuild.plan.document.model import Para, Piece
from emmbuild.workshop.model import Facilitator, Group, Session

_COLUMNS = ("sheet.day", "workshop.time", "workshop.session", "workshop.room", "sheet.i-do")
_CARRY = ("carry-run-sheet", "carry-guide", "carry-cards", "carry-markers", "carry-clock")


def make(kit: Kit, code: str) -> Iterator[Output]:
    """The packs of the facilitators who read `code` first of all working languages."""
    working = [one for one in kit.workshop.languages.working if one in kit.languages]
    for one in kit.workshop.present:
        reads = next((name for name in one.langs if name in working), working[0] if working else "")
        if reads == code:
            yield _pack(kit, one, code)


def _pack(kit: Kit, one: Facilitator, code: str) -> Output:
    words = kit.words(code)
    own = _groups(kit, one)
    pieces: list[Piece] = [head(words_of(one.shown), bookmark="top"), lead(where_and_when(kit, code))]
    header = tuple(words.text(key) for key in _COLUMNS)
    rows = list(_sessions(kit, one, own, code))
    pieces += [head(words.text("sheet.my-sessions"), 2), grid(header, rows, (1.0, 2.3, 3.4, 1.8, 2.1))]
    for session, group in own:
        about = words("kind.about", kind=group_title(kit, group, code).plain, title=kit.title(session.section, code).plain)
        pieces.append(head(words_of(about), 2, f"group_{session.id}"))
        others = named(kit, (person for person in pair(kit, session, group.name) if person != one), code)
        facts = [group_room(kit, group, code).plain, language_names(kit, group.langs, code)]
        facts += [words("sheet.together-with", people=others.plain)] if others else []
        pieces += [lead(words_of(" · ".join(facts))), group_table(kit, group, code)]
    pieces.append(head(words.text("sheet.carry"), 2))
    pieces += (Para(words.text(f"sheet.{key}"), "choice", box=True) for key in _CARRY)
    title = words.text("sheet.pack")
    path, copies = ARTEFACT.path("pack", code, one.id), Copies(1, binding="staple")
    return sheet(kit, code, path, title, pieces, audience="private", copies=copies)


def _groups(kit: Kit, one: Facilitator) -> list[tuple[Session, Group]]:
    return [
        (session, group)
        for session in breakouts(kit)
        for group in kit.workshop.groups.groups
        if one in pair(kit, session, group.name)
    ]


def _sessions(kit: Kit, one: Facilitator, own: list[tuple[Session, Group]], code: str) -> Iterator[tuple[Text, ...]]:
    words = kit.words(code)
    mine = {session.id: group for session, group in own}
    for session in kit.workshop.sessions:
        group = mine.get(session.id)
        if group is None and one.id not in session.by:
            continue
        room = group_room(kit, group, code) if group else where(kit, session, code)
        part = group_title(kit, group, code) if group else words.text("sheet.lead")
        yield words_of(words.number(session.day)), words_of(hours(words, session)), kit.called(session, code), room, part


ARTEFACT = Artefact("pack", "Personal pack of each facilitator", "private", "private", make)
