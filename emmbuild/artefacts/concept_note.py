"""The concept note: why, for whom, what, when, by whom, and a budget to fill in."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts.parties import headcount
from emmbuild.artefacts.shape import Artefact, Copies, Kit, Output
from emmbuild.artefacts.sheets import (
    BLANK,
    day_title,
    grid,
    head,
    hours,
    language_names,
    lead,
    objectives,
    purposes,
    sheet,
    where_and_when,
)
from emmbuild.core.text import Text, words_of
from emmbuild.plan.document.model import Entry, Grid, Listing, Para, Piece
from emmbuild.workshop.model import Day

_BUDGET = ("venue", "catering", "interpretation", "travel", "allowance", "trainers", "printing", "materials", "reserve")
_ASIDE = ("break", "prayer", "buffer", "logistics")


def make(kit: Kit, code: str) -> Iterator[Output]:
    words, workshop = kit.words(code), kit.workshop
    pieces: list[Piece] = [head(kit.edition(code).section.front.title, bookmark="top"), lead(where_and_when(kit, code))]
    wanted = purposes(kit, code)
    if wanted:
        pieces += [head(words.text("sheet.purposes"), 2), wanted]
    pieces += [head(words.text("sheet.audience"), 2), _audience(kit, code)]
    pieces += [head(words.text("sheet.objectives"), 2), *objectives(kit, code)]
    pieces.append(head(words.text("sheet.glance"), 2))
    for day in workshop.days:
        pieces += [head(day_title(kit, day, code), 3, f"day_{day.number}"), _day(kit, day, code)]
    pieces += [head(words.text("sheet.team"), 2), _team(kit, code)]
    pieces += [head(words.text("sheet.budget"), 2), lead(words.text("sheet.budget-lead")), _budget(kit, code)]
    pieces += _signed(kit, code)
    yield sheet(
        kit,
        code,
        ARTEFACT.path("concept-note", code),
        words.text("sheet.concept-note"),
        pieces,
        audience="admin",
        copies=Copies(1),
    )


def _audience(kit: Kit, code: str) -> Piece:
    words, workshop = kit.words(code), kit.workshop
    entries = [
        words.text("sheet.expected", number=headcount(kit)),
        words.text("workshop.spoken", languages=language_names(kit, workshop.languages.working, code)),
    ]
    return Listing(tuple(Entry(text) for text in entries))


def _day(kit: Kit, day: Day, code: str) -> Grid:
    words = kit.words(code)
    rows = [(words_of(hours(words, one)), kit.called(one, code)) for one in day.sessions if one.kind not in _ASIDE]
    return grid((words.text("workshop.time"), words.text("workshop.session")), rows, (1.5, 6))


def _team(kit: Kit, code: str) -> Grid:
    words = kit.words(code)
    header = tuple(words.text(f"sheet.{key}") for key in ("name", "role", "languages", "teaches"))
    rows = [
        (
            words_of(one.shown),
            words.text(f"role.{one.role}"),
            words_of(language_names(kit, one.langs, code)),
            words_of(words("paper.list_comma").join(one.sections)),
        )
        for one in kit.workshop.present
    ]
    return grid(header, rows, (2, 2, 4, 2))


def _budget(kit: Kit, code: str) -> Grid:
    """The lines of the budget with the quantities that follow from the recipe; the prices are to be filled in."""
    words, workshop = kit.words(code), kit.workshop
    days, people = len(workshop.days), headcount(kit)
    meant = workshop.languages.interpretation
    amounts = {
        "venue": words("sheet.days", number=days),
        "catering": words("sheet.people-days", people=people + len(workshop.present), days=days),
        "travel": words("sheet.people", number=people),
        "allowance": words("sheet.people-days", people=people, days=days + 1),
        "trainers": words("sheet.people-days", people=len(workshop.present), days=days),
    }
    if meant.pairs:
        amounts["interpretation"] = words("sheet.people-days", people=meant.per_booth * len(meant.pairs), days=days)
    rows: list[tuple[Text, ...]] = [
        (words.text(f"sheet.budget-{key}"), words_of(amounts.get(key, "")), BLANK, BLANK)
        for key in _BUDGET
        if key != "interpretation" or meant.pairs
    ]
    rows.append((words.text("sheet.total"), BLANK, BLANK, BLANK))
    header = tuple(words.text(f"sheet.{key}") for key in ("item", "quantity", "unit-price", "amount"))
    return Grid(header, tuple(rows), role="register", weights=(4, 3, 2, 2), totals=1)


def _signed(kit: Kit, code: str) -> Iterator[Piece]:
    """Who organizes and pays, and whom to ask."""
    words, event, source = kit.words(code), kit.workshop.event, kit.workshop.languages.source
    partners = [one.name.text(code, source).plain for one in event.partners]
    for key, value in (
        ("organiser", event.organiser.text(code, source).plain),
        ("partners", words.join(partners) if partners else ""),
        ("donor", event.donor.text(code, source).plain),
        ("contact", event.contact),
    ):
        if value:
            yield Para(words.text(f"sheet.{key}"), "term", rest=words_of(value))


ARTEFACT = Artefact("concept-note", "Concept note with a budget to fill in", "trainers", "admin", make)
