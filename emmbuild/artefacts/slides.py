"""What the decks of a workshop have beside the slides of sections: welcome, agenda, rooms and groups, dividers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from emmbuild.artefacts.shape import Kit
from emmbuild.artefacts.sheets import clock, day_title, hours, language_names, room_name
from emmbuild.core.edition import Edition
from emmbuild.core.nodes import Box, Bullets, Item, Node, Paragraph, Row, Section, Table
from emmbuild.core.text import EMPTY, Text, words_of
from emmbuild.core.walk import nodes
from emmbuild.plan.deck.book import Extra, Lesson
from emmbuild.workshop.model import PAUSES, Day, Rota, Session

WITHOUT_SLIDE = ("lunch", "prayer", "buffer", "break")


def welcome(kit: Kit, code: str, day: Day) -> Extra:
    """The first slide of a day."""
    event, source = kit.workshop.event, kit.workshop.languages.source
    title = kit.workshop.title.text(code, source)
    place = [said.text(code, source).plain for said in (event.venue, event.city) if said]
    words = kit.words(code)
    body = (Paragraph(day_title(kit, day, code)),)
    kicker = event.organiser.text(code, source)
    return Extra(
        f"{kit.workshop.id}/day-{day.number}/welcome",
        title,
        body,
        layout="title",
        kicker=kicker,
        caption=words_of(words("paper.list_comma").join(place)),
        notes=(_note(words.text("workshop.slide-welcome-note")),),
    )


def programme(kit: Kit, code: str, day: Day) -> Extra:
    """The day at a glance: times and sessions."""
    words = kit.words(code)
    rows = [Row((words_of(hours(words, one)), kit.called(one, code))) for one in day.sessions if one.kind != "buffer"]
    header = (words.text("workshop.time"), words.text("workshop.session"))
    table = Table(header, tuple(rows), role="data", weights=(1.6, 5.0))
    return Extra(f"{kit.workshop.id}/day-{day.number}/agenda", day_title(kit, day, code), (table,))


def purposes(kit: Kit, code: str) -> tuple[Extra, ...]:
    if not kit.workshop.purposes:
        return ()
    source, words = kit.workshop.languages.source, kit.words(code)
    items = tuple(Item(said.text(code, source)) for said in kit.workshop.purposes)
    return (Extra(f"{kit.workshop.id}/purposes", words.text("workshop.purposes"), (Bullets(items, ordered=True),)),)


def breakouts(kit: Kit, code: str) -> tuple[Extra, ...]:
    """When the break-outs are and what they are about."""
    sessions = [one for one in kit.workshop.sessions if one.kind == "breakout"]
    if not sessions:
        return ()
    words = kit.words(code)
    several = len(kit.workshop.days) > 1
    rows = [
        Row((words_of(_when(kit, one, code, day=several)), _topic(kit, one, code), words_of(one.section)))
        for one in sessions
    ]
    header = (words.text("workshop.time"), words.text("workshop.topic"), words.text("workshop.section"))
    title = words.text("workshop.breakouts")
    return (Extra(f"{kit.workshop.id}/breakouts", title, (Table(header, tuple(rows), weights=(2.0, 4.5, 1.3)),)),)


def _topic(kit: Kit, session: Session, code: str) -> Text:
    return kit.title(session.section, code) if session.section else kit.called(session, code)


def _when(kit: Kit, session: Session, code: str, *, day: bool) -> str:
    words = kit.words(code)
    start = f"{words('workshop.day', number=session.day)}, " if day else ""
    return start + hours(words, session)


def logistics(kit: Kit, code: str, session: Session | None = None) -> tuple[Extra, ...]:
    """Groups, rooms and languages, and whether people stay or move; of one break-out: with its facilitators."""
    groups = kit.workshop.groups
    if not groups.groups:
        return ()
    words, rota = kit.words(code), kit.scene.rota
    named = session is not None and isinstance(rota, Rota) and session.id in rota.pairs
    header = [words.text(f"workshop.{key}") for key in ("group", "room", "languages")]
    header += [words.text("workshop.facilitators")] if named else []
    rows = []
    for group in groups.groups:
        cells = [words_of(group.name), room_name(kit, group.room, code), words_of(spoken(kit, group.langs, code))]
        if named and session is not None and isinstance(rota, Rota):
            pair = rota.pairs[session.id].get(group.name, ())
            people = [one.shown for name in pair if (one := kit.workshop.facilitator(name))]
            cells.append(words_of(words.join(people)))
        rows.append(Row(tuple(cells)))
    weights = (1.2, 2.0, 3.4, 3.0) if named else (1.2, 2.4, 4.0)
    table = Table(tuple(header), tuple(rows), weights=weights)
    key = f"{kit.workshop.id}/{session.id if session else 'logistics'}/rooms"
    title = words.text("workshop.logistics")
    said = tuple(Item(text) for text in rules(kit, code))
    extras = [Extra(key, title, (table,))]
    if said and session is None:
        extras.append(Extra(f"{key}-rules", words.text("workshop.please"), (Bullets(said),)))
    return tuple(extras)


def rules(kit: Kit, code: str) -> tuple[Text, ...]:
    """ "Please remain in the same group", "New facilitators will come to you": what the recipe keeps and rotates."""
    groups, words = kit.workshop.groups, kit.words(code)
    count = sum(one.kind == "breakout" for one in kit.workshop.sessions)
    if count < 2 or not groups.groups:
        return ()
    kept = {frozenset({"group", "room"}): "keep-both", frozenset({"group"}): "keep-group", frozenset({"room"}): "keep-room"}
    found = [kept[frozenset(groups.keep)]] if frozenset(groups.keep) in kept else []
    found += {"facilitators": ["new-facilitators"], "participants": ["move-on"], "reshuffle": ["new-groups"]}.get(
        groups.rotate, []
    )
    if count == 2:
        found = [f"{key}-two" if f"workshop.{key}-two" in words.entries else key for key in found]
    return tuple(words.text(f"workshop.{key}", count=count) for key in found)


def spoken(kit: Kit, langs: Sequence[str], code: str) -> str:
    """ "English, French and Spanish"; "English only"."""
    names = language_names(kit, langs, code)
    return kit.words(code)("workshop.only", language=names) if len(langs) == 1 else names


def divider(kit: Kit, code: str, day: Day, session: Session) -> Extra:
    """The opening slide of a session, with the strip that shows where the day is."""
    words = kit.words(code)
    shown = [one for one in day.sessions if one.kind not in PAUSES]
    title = kit.called(session, code)
    when = words_of(hours(words, session))
    body: tuple[Node, ...] = ()
    if session.note:
        body = (Paragraph(session.note.text(code, kit.workshop.languages.source)),)
    return Extra(
        f"{kit.workshop.id}/{session.id}",
        title,
        body,
        layout="topic",
        kicker=when,
        number=words_of(words.number(shown.index(session) + 1) if session in shown else ""),
        minutes=session.minutes,
        stops=tuple(clock(words, one.start) for one in shown),
        now=shown.index(session) if session in shown else 0,
        notes=_led(kit, code, session),
    )


def _led(kit: Kit, code: str, session: Session) -> tuple[Node, ...]:
    words = kit.words(code)
    people = [one.shown for name in session.by if (one := kit.workshop.facilitator(name))]
    lines = [words.text("workshop.led-by", names=words.join(people))] if people else []
    if session.materials:
        lines.append(words.text("workshop.bring", things=words.join(session.materials)))
    return tuple(_note(line) for line in lines)


def _note(text: Text) -> Node:
    return Paragraph(text)


def pause(kit: Kit, code: str, session: Session) -> Extra:
    """ "Break – back at 11:00"."""
    words = kit.words(code)
    back = words.text("workshop.back-at", time=clock(words, session.end))
    return Extra(f"{kit.workshop.id}/{session.id}", kit.called(session, code), (Paragraph(back),), layout="statement")


def reports(kit: Kit, code: str, session: Session) -> Extra:
    """The order in which the groups report, and their minutes."""
    words = kit.words(code)
    names = [words("workshop.group-named", group=group.name) for group in kit.workshop.groups.groups]
    items = tuple(Item(words_of(name)) for name in names)
    lead = (
        (Paragraph(words.text("workshop.each-group", minutes=words.minutes(session.per_group))),)
        if session.per_group
        else ()
    )
    key = f"{kit.workshop.id}/{session.id}/order"
    return Extra(key, words.text("workshop.reports"), (*lead, Bullets(items, ordered=True)), minutes=session.minutes)


def part_of(edition: Edition, blocks: Iterable[Node]) -> Edition:
    """An edition that holds only these blocks."""
    return replace(edition, section=replace(edition.section, blocks=tuple(blocks)))


def loose_lesson(kit: Kit, code: str, session: Session, names: Iterable[str], audience: str) -> Lesson | None:
    """Loose blocks (an activity, common understandings) as slides; a title that comes twice is told by the time."""
    blocks = kit.loose(names, code, audience)
    if not blocks:
        return None
    frame = kit.edition(code, audience)
    front = replace(frame.section.front, summary=EMPTY)
    section = Section(replace(front, id=clock(kit.words(code), session.start)), tuple(blocks), lang=code)
    return Lesson(replace(frame, section=section), opening=False)


def exercise_of(edition: Edition, name: str) -> Box | None:
    """The worksheet with this id, wherever it stands in the section."""
    return next((node for node in nodes(edition.section.blocks) if isinstance(node, Box) and node.meta.id == name), None)
