"""Name cards to cut out, in both scripts: the team, then everybody who takes part, with the letter of the group."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from emmbuild.artefacts.parties import group_of, scripts
from emmbuild.artefacts.shape import Artefact, Copies, Kit, Output
from emmbuild.artefacts.sheets import head, said, sheet
from emmbuild.core.text import EMPTY, Text, words_of
from emmbuild.plan.document.model import Cards, Para, Piece
from emmbuild.workshop.model import Participant

COLUMNS, HEIGHT, BLANKS = 2, 54, 8


def make(kit: Kit, _: str) -> Iterator[Output]:
    code = kit.workshop.languages.source
    title = kit.words(code).text("sheet.name-cards")
    cards = [_card(words_of(one.shown), EMPTY, EMPTY, _labels(kit, f"role.{one.role}")) for one in kit.workshop.present]
    cards += [_person(kit, person) for person in kit.scene.people]
    cards += [_card(words_of("\u2003"), EMPTY, EMPTY, ())] * BLANKS
    copies = Copies(1, colour=True, duplex=False, binding="cut")
    pieces: tuple[Piece, ...] = (head(title, bookmark="top"), Cards(tuple(cards), COLUMNS, HEIGHT))
    yield sheet(kit, code, ARTEFACT.path("name-cards"), title, pieces, audience="private", copies=copies)


def _person(kit: Kit, person: Participant) -> tuple[Piece, ...]:
    group = group_of(kit, person)
    labels = _labels(kit, "paper.group_named", name=group) if group else ()
    return _card(words_of(person.name), local(kit, person), work_of(person), labels)


def _labels(kit: Kit, key: str, **values: object) -> tuple[Text, ...]:
    """A label once in each script."""
    source = kit.workshop.languages.source
    return tuple(said(kit.words(code).text(key, **values), "" if code == source else code) for code in scripts(kit))


def work_of(person: Participant) -> Text:
    """ "Labour · Valdoria"."""
    return words_of(" · ".join(part for part in (person.agency, person.country) if part))


def local(kit: Kit, person: Participant) -> Text:
    """The name in the other script, marked with the working language that is written in it."""
    written = (code for code in scripts(kit) if kit.languages[code].rtl)
    rtl = any(unicodedata.bidirectional(char) in ("R", "AL") for char in person.name_local)
    return words_of(person.name_local, next(written, "") if rtl else "")


def _card(name: Text, second: Text, work: Text, labels: tuple[Text, ...]) -> tuple[Piece, ...]:
    found: list[Piece] = [Para(name, "card-name")]
    found += [Para(second, "card-name")] if second else []
    found += (Para(text, "card-note") for text in (work, *labels) if text)
    return tuple(found)


ARTEFACT = Artefact("name-cards", "Name cards in two scripts", "private", "private", make, languages="once")
