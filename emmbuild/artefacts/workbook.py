"""The participant's workbook and the facilitator's guide: agenda, purposes, then the chosen sections in one volume."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts.parties import named, readers, trainers
from emmbuild.artefacts.shape import Artefact, Copies, Kit, Output, Volume
from emmbuild.artefacts.sheets import day_title, hours, language_names, where
from emmbuild.core.nodes import Box, Bullets, Heading, Item, Meta, Node, Paragraph, Row, Table
from emmbuild.core.text import Text, words_of
from emmbuild.plan.document import Opening
from emmbuild.workshop.model import Session


def workbook(kit: Kit, code: str) -> Iterator[Output]:
    yield from _volume(kit, code, "participant", f"participants/{code}/workbook-{code}", kit.workshop.deliver.workbook)


def guide(kit: Kit, code: str) -> Iterator[Output]:
    yield from _volume(kit, code, "facilitator", f"trainers/{code}/guide-{code}", kit.workshop.deliver.facilitator)


def _volume(kit: Kit, code: str, audience: str, path: str, formats: tuple[str, ...]) -> Iterator[Output]:
    keyed = audience == "facilitator"
    editions = tuple(
        kit.section(chosen.section, code, audience, keyed)
        for chosen in kit.workshop.content.sections
        if chosen.section in kit.scene.shelf.sections
    )
    if not editions:
        return
    count = trainers(kit, code) if keyed else readers(kit, code)
    yield Volume(path, editions, _opening(kit, code, audience), formats, Copies(count, duplex=True, binding="spiral"))


def _opening(kit: Kit, code: str, audience: str) -> Opening:
    event, words, source = kit.workshop.event, kit.words(code), kit.workshop.languages.source
    places = [said.text(code, source).plain for said in (event.venue, event.city) if said]
    facts = []
    if event.dates:
        facts.append((words.text("workshop.dates"), words_of(words.date_range(event.dates[0], event.dates[-1]))))
    if places:
        facts.append((words.text("workshop.place"), words_of(words("paper.list_comma").join(places))))
    facts.append((words.text("workshop.languages"), words_of(language_names(kit, kit.workshop.languages.working, code))))
    if event.contact:
        facts.append((words.text("workshop.contact"), words_of(event.contact)))
    kicker = event.organiser.text(code, source)
    blocks = tuple(_front(kit, code, audience))
    return Opening(kit.workshop.title.text(code, source), kicker, facts=tuple(facts), blocks=blocks)


def _front(kit: Kit, code: str, audience: str) -> Iterator[Node]:
    """Purposes and agenda; for facilitators with who leads and what is in the hand of the recipe."""
    words, source = kit.words(code), kit.workshop.languages.source
    if kit.workshop.purposes:
        yield _heading(kit, "purposes", words.text("workshop.purposes"))
        yield Bullets(tuple(Item(said.text(code, source)) for said in kit.workshop.purposes), ordered=True)
    yield _heading(kit, "agenda", words.text("workshop.agenda"))
    for day in kit.workshop.days:
        yield Heading(2, day_title(kit, day, code), meta=Meta(f"{kit.workshop.id}/day-{day.number}"))
        rows = tuple(Row(_cells(kit, session, code, audience)) for session in day.sessions)
        keys = ("time", "session", "room", "facilitators") if audience == "facilitator" else ("time", "session", "room")
        weights = (1.7, 4.2, 1.7, 2.0) if audience == "facilitator" else (1.7, 4.8, 1.9)
        yield Table(tuple(words.text(f"workshop.{key}") for key in keys), rows, weights=weights)
    donor, disclaimer = kit.workshop.event.donor, kit.workshop.event.disclaimer
    if donor or disclaimer:
        said = [one.text(code, source) for one in (donor, disclaimer) if one]
        yield Box("extract", words.text("workshop.support"), tuple(Paragraph(text) for text in said))


def _heading(kit: Kit, name: str, text: Text) -> Heading:
    return Heading(1, text, meta=Meta(f"{kit.workshop.id}/{name}"))


def _cells(kit: Kit, session: Session, code: str, audience: str) -> tuple[Text, ...]:
    cells = (words_of(hours(kit.words(code), session)), kit.called(session, code), where(kit, session, code))
    if audience != "facilitator":
        return cells
    people = [one for name in session.by if (one := kit.workshop.facilitator(name))]
    return (*cells, named(kit, people, code))


ARTEFACT = Artefact("workbook", "Participant workbook", "participants", "participant", workbook)
