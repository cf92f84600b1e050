"""Certificates of attendance, one page a person, each in the person's language, and their register.

The build prints one for everybody on the list, since they are handed out at the closing; `emmbuild results` makes them
again for those who earned them, and says who passed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from emmbuild.artefacts.shape import Artefact, Copies, File, Kit, Output
from emmbuild.artefacts.sheets import BLANK, grid, head, sheet
from emmbuild.core.nodes import Figure
from emmbuild.core.text import Text, words_of
from emmbuild.plan.document.model import Illustration, Para, Piece
from emmbuild.render import qr
from emmbuild.render.csv_table import csv_table
from emmbuild.workshop.awards import Award, awards, hours

REGISTER = ("serial", "check", "name", "name_local", "country", "agency", "kind", "hours", "sections", "dates")


def make(kit: Kit, code: str) -> Iterator[Output]:
    yield from of(kit, code, tuple(awards(kit.workshop, kit.scene.people)), "certificates")


def register(kit: Kit, given: Iterable[Award], name: str) -> File:
    """The list of the certificates with their checksums."""
    workshop = kit.workshop
    sections = " ".join(chosen.section for chosen in workshop.content.sections)
    dates = "/".join(day.isoformat() for day in (*workshop.event.dates[:1], *workshop.event.dates[-1:]))
    rows = [
        (
            award.serial,
            award.check,
            award.person.name,
            award.person.name_local,
            award.person.country,
            award.person.agency,
            "achieved" if award.achieved else "attended",
            f"{hours(workshop):g}",
            sections,
            dates,
        )
        for award in given
    ]
    return File(f"private/{name}.csv", csv_table(REGISTER, rows))


def of(kit: Kit, code: str, given: tuple[Award, ...], name: str) -> Iterator[Output]:
    """The certificates in one language; with the first language also the register of all."""
    spoken = [language for language in kit.workshop.languages.working if language in kit.languages]
    if given and code == next(iter(spoken), code):
        yield register(kit, given, f"{name}-register")
    mine = [award for award in given if award.language == code]
    if not mine:
        return
    pieces: list[Piece] = []
    for place, award in enumerate(mine):
        pieces += _one(kit, award, code, first=place == 0)
    kind = kit.words(code).text("certificate.attended")
    copies = Copies(1, colour=True, duplex=False, box="certificates")
    path = f"private/{code}/{name}-{code}"
    yield sheet(kit, code, path, kind, pieces, audience="private", copies=copies)


def _one(kit: Kit, award: Award, code: str, *, first: bool) -> Iterator[Piece]:
    words, workshop = kit.words(code), kit.workshop
    source = workshop.languages.source
    title = words.text("certificate.achieved" if award.achieved else "certificate.attended")
    yield head(title, bookmark=f"c_{award.person.code}".replace("-", "_"), new_page=not first)
    yield Para(workshop.event.organiser.text(code, source), "sign-note")
    yield Para(words.text("certificate.certify"), "card-note")
    names = [words_of(award.person.name), words_of(award.person.name_local)]
    if kit.languages[code].script != "Latn":
        names.reverse()
    for name in names:
        if name:
            yield Para(name, "sign-line")
    yield Para(words.text("certificate.passed" if award.achieved else "certificate.took-part"), "card-note")
    yield Para(kit.edition(code).section.front.title, "sign-note")
    yield Para(words_of(_where(kit, code)), "card-note")
    whole = hours(workshop)
    time = words.text("certificate.hours", hours=words.decimal(whole, 0 if whole.is_integer() else 1))
    yield Para(time, "card-note")
    titles = words("paper.list_comma").join(kit.title(one.section, code).plain for one in workshop.content.sections)
    yield Para(words.text("certificate.sections", sections=titles), "card-note")
    yield _signatures(kit, code)
    number = words.text("certificate.number", serial=award.serial)
    yield Illustration(Figure(number, picture=qr.picture(award.code)))
    yield Para(number, "card-note", keep=True)
    yield Para(words.text("certificate.verify"), "card-note")


def _where(kit: Kit, code: str) -> str:
    event, words, source = kit.workshop.event, kit.words(code), kit.workshop.languages.source
    when = words.date_range(event.dates[0], event.dates[-1]) if event.dates else ""
    return " · ".join(part for part in (event.city.text(code, source).plain, when) if part)


def _signatures(kit: Kit, code: str) -> Piece:
    words, source = kit.words(code), kit.workshop.languages.source
    names: tuple[Text, ...] = tuple(one.text(code, source) for one in kit.workshop.attendance.signatories)
    header = names or (words.text("certificate.signature"), words.text("certificate.stamp"))
    return grid(header, [tuple(BLANK for _ in header)], role="fill")


ARTEFACT = Artefact("certificates", "Certificates and their register", "private", "private", make)
