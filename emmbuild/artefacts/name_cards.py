"""Name cards to cut out, in both scripts: the team, then everybody who takes part, with the letter of the group."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts.parties import group_of, in_scripts
from emmbuild.artefacts.shape import Artefact, Copies, Kit, Output
from emmbuild.artefacts.sheets import head, sheet
from emmbuild.core.text import EMPTY, Text, words_of
from emmbuild.plan.document.model import Cards, Para, Piece
from emmbuild.workshop.model import Participant

COLUMNS, HEIGHT, BLANKS = 2, 54, 8


def make(kit: Kit, _: str) -> Iterator[Output]:
    code = kit.workshop.languages.source
    title = kit.words(code).text("sheet.name-cards")
    cards = [_card(words_of(one.shown), EMPTY, in_scripts(kit, f"role.{one.role}"), EMPTY) for one in kit.workshop.present]
    cards += [_person(kit, person) for person in kit.scene.people]
    cards += [_card(words_of("\u2003"), EMPTY, EMPTY, EMPTY)] * BLANKS
    copies = Copies(1, colour=True, duplex=False, binding="cut")
    pieces: tuple[Piece, ...] = (head(title, bookmark="top"), Cards(tuple(cards), COLUMNS, HEIGHT))
    yield sheet(kit, code, ARTEFACT.path("name-cards"), title, pieces, audience="private", copies=copies)


def _person(kit: Kit, person: Participant) -> tuple[Piece, ...]:
    group = group_of(kit, person)
    label = in_scripts(kit, "paper.group_named", name=group) if group else EMPTY
    return _card(words_of(person.name), local(kit, person), work_of(person), label)


def work_of(person: Participant) -> Text:
    """ "Labour · Valdoria"."""
    return words_of(" · ".join(part for part in (person.agency, person.country) if part))


def local(kit: Kit, person: Participant) -> Text:
    """The name in the other script, marked with a language of that script."""
    code = next((name for name in kit.workshop.languages.working if kit.languages[name].script == "Arab"), "")
    rtl = any("\u0600" <= char <= "\u06ff" for char in person.name_local)
    return words_of(person.name_local, code if rtl else "")


def _card(name: Text, second: Text, work: Text, group: Text) -> tuple[Piece, ...]:
    found: list[Piece] = [Para(name, "card-name")]
    found += [Para(second, "card-name")] if second else []
    found += [Para(work, "card-note")] if work else []
    found += [Para(group, "card-note")] if group else []
    return tuple(found)


ARTEFACT = Artefact("name-cards", "Name cards in two scripts", "private", "private", make, languages="once")
