"""Where, when and in which languages: the `event` and `languages` of a recipe."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from emmbuild.readers.recipe.form import Form
from emmbuild.workshop.model import Calendar, Event, Interpretation, Languages, Partner, Room

MODES = ("face-to-face", "online", "blended")
LAYOUTS = ("cabaret", "theatre", "classroom", "u-shape", "boardroom")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
GAPS = ("block-print", "block-build", "warn")
MANNERS = ("simultaneous", "consecutive", "none")
LONGEST = 31


def read(form: Form) -> Event:
    dates = _dates(form)
    venue = form.part("venue")
    found = Event(
        dates=dates,
        timezone=_timezone(form),
        mode=form.text("mode", "face-to-face", choices=MODES),
        venue=venue.said("name"),
        city=venue.said("city"),
        country=venue.text("country", pattern=r"[A-Z]{2}", like="TN (ISO 3166)"),
        rooms={name: _room(name, one) for name, one in form.named("rooms").items()},
        organiser=form.said("organiser"),
        partners=tuple(_partner(one) for one in form.parts("partners")),
        donor=(donor := form.part("donor")).said("name"),
        disclaimer=donor.said("disclaimer"),
        contact=form.text("contact"),
        calendar=_calendar(form.part("calendar"), venue.text("country")),
        spans=form.spans(),
    )
    for one in (venue, donor, form):
        one.close()
    return found


def _dates(form: Form) -> tuple[date, ...]:
    """Two days with a longer time between them are a list, not a range; `{from: …, to: …}` is a range."""
    value = form.tree.entries.get("dates")
    if value is None:
        form.missing("dates", "[2027-04-13, 2027-04-14]")
        return ()
    if hasattr(value, "entries"):
        spread = form.part("dates")
        first, last = spread.day("from"), spread.day("to")
        spread.close()
        if first is None or last is None or not 0 <= (last - first).days <= LONGEST:
            form.wrong("dates", "`dates` must go from one day to a later one", "write {from: 2027-04-13, to: 2027-04-15}")
            return ()
        return tuple(first + timedelta(days=step) for step in range((last - first).days + 1))
    found = form.days("dates")
    if list(found) != sorted(set(found)):
        form.wrong("dates", "the days must be different and in order")
    return tuple(sorted(set(found)))


def _timezone(form: Form) -> str:
    name = form.text("timezone", "UTC")
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        form.wrong("timezone", f"there is no time-zone {name!r}", "use its full name, like Africa/Tunis")
        return "UTC"
    return name


def _room(name: str, form: Form) -> Room:
    label = form.said("label")
    found = Room(
        name,
        label,
        form.whole("seats"),
        form.text("layout", choices=LAYOUTS),
        form.whole("booths", most=20),
        form.whole("projector", most=20),
        form.flag("step_free"),
        form.span,
    )
    if not label:
        form.missing("label", f"Room {name}")
    form.close()
    return found


def _partner(form: Form) -> Partner:
    found = Partner(form.said("name"), form.text("logo"))
    form.close()
    return found


def _calendar(form: Form, country: str) -> Calendar:
    weekend = form.names("weekend") or ("sat", "sun")
    for day in weekend:
        if day not in WEEKDAYS:
            form.wrong("weekend", f"{day!r} is no day of the week", "use " + ", ".join(WEEKDAYS))
    found = Calendar(
        frozenset(WEEKDAYS.index(day) for day in weekend if day in WEEKDAYS),
        form.text("holidays", country, pattern=r"[A-Z]{2}", like="TN (ISO 3166)"),
        form.flag("prayer_breaks"),
        form.clocks("lunch", (12 * 60, 14 * 60)),
    )
    form.close()
    return found


def languages(form: Form) -> Languages:
    if not form.has("working"):
        form.missing("working", "[en, fr]")
    packs, meant = form.part("packs"), form.part("interpretation")
    pairs = []
    for typed in meant.names("pairs"):
        first, _, second = typed.partition("-")
        if first and second and first != second:
            pairs.append((first, second))
        else:
            meant.wrong("pairs", f"{typed!r} is no pair of languages", "write it like en-fr")
    where = {place: meant.text(place, choices=MANNERS) for place in ("plenary", "groups") if meant.has(place)}
    glossary = form.part("glossary")
    glossary.asked |= {"terms", "extra"}
    source = form.text("source", "en")
    found = Languages(
        form.names("working") or (source,),
        source,
        packs.whole("min_translated", most=100),
        packs.whole("min_reviewed", most=100),
        packs.text("on_gap", "warn", choices=GAPS),
        Interpretation(where, tuple(pairs), meant.whole("interpreters_per_booth", 2, 1, 6), meant.span),
        form.flag("bilingual_labels"),
        form.span_of("working"),
    )
    for one in (packs, meant, glossary, form):
        one.close()
    return found
