"""Three-way import: what was exported, what came back, what stands now. Pure; nothing is ever overwritten."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from emmbuild.exchange.parcel import BASE, Returned, short
from emmbuild.localize.catalogs import Written
from emmbuild.localize.states import Unit


class Fate(StrEnum):
    """What becomes of a returned text. Only TAKEN, TAKEN_STALE and FOUND change a pack."""

    TAKEN = "taken"
    TAKEN_STALE = "taken, but its source has changed since the export"
    FOUND = "taken: the ID was changed, the text was found by its source"
    SAME = "nothing new"
    BLANK = "blank, nothing is erased"
    CONFLICT = "changed here and there"
    FAULTY = "not taken: the translation has an error"
    UNKNOWN = "not taken: there is no such text"
    TWICE = "not taken: stands twice in the file with different translations"


REFUSED = (Fate.CONFLICT, Fate.FAULTY, Fate.UNKNOWN, Fate.TWICE)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The fate of one returned text, with both translations and a reason."""

    row: Returned
    fate: Fate
    now: str = ""
    why: str = ""


Faults = Callable[[str, str, str], str]  # id, source, target → what is wrong, or nothing


def outcomes(rows: Iterable[Returned], units: Mapping[str, Unit], faults: Faults) -> list[Outcome]:
    """The fate of every returned text, in the order of the file."""
    found = list(rows)
    said: dict[str, set[str]] = {}
    for row in found:
        if row.target.strip():
            said.setdefault(row.id, set()).add(row.target)
    lost = _by_source(units, {row.id for row in found}) if any(row.id not in units for row in found) else {}
    return [
        _rescued(row, lost, units, faults)
        if row.id not in units
        else _outcome(row, units[row.id], len(said.get(row.id, ())) > 1, faults)
        for row in found
    ]


def _by_source(units: Mapping[str, Unit], named: set[str]) -> dict[str, str]:
    """Source → id of the texts that the file does not name, where the source stands only once in the course."""
    count = Counter(unit.source for unit in units.values())
    return {unit.source: name for name, unit in units.items() if name not in named and count[unit.source] == 1}


def _rescued(row: Returned, lost: Mapping[str, str], units: Mapping[str, Unit], faults: Faults) -> Outcome:
    """A row whose id is not known: it belongs to the one missing text with exactly its source, or to none."""
    name = lost.get(row.source)
    if name is None or not BASE.fullmatch(row.base) or row.base.split("-")[0] != short(row.source):
        return _outcome(row, None, False, faults)
    found = _outcome(replace(row, id=name), units[name], False, faults)
    return replace(found, fate=Fate.FOUND, why=f"called {row.id} in the file") if found.fate is Fate.TAKEN else found


def _outcome(row: Returned, unit: Unit | None, twice: bool, faults: Faults) -> Outcome:
    if unit is None:
        return Outcome(row, Fate.UNKNOWN if row.target.strip() else Fate.BLANK)
    if not row.target.strip():
        return Outcome(row, Fate.BLANK, unit.target)
    if twice:
        return Outcome(row, Fate.TWICE, unit.target)
    known = bool(BASE.fullmatch(row.base))
    source, target = row.base.split("-") if known else ("", "")
    if row.target == unit.target and not unit.fuzzy:
        return Outcome(row, Fate.SAME, unit.target)
    if known and short(row.target) == target:
        return Outcome(row, Fate.SAME, unit.target)
    if target == short("") and short(row.target) == source:
        return Outcome(row, Fate.BLANK, unit.target, "still the source")
    if unit.target and row.target != unit.target and (not known or short(unit.target) != target):
        return Outcome(row, Fate.CONFLICT, unit.target, "" if known else "the file does not say what it was made from")
    if not known and row.source.strip() != unit.source.strip():
        return Outcome(row, Fate.CONFLICT, unit.target, "the source in the file is another one")
    fresh = not known or short(unit.source) == source
    base = unit.source if fresh else row.source or unit.previous
    if why := faults(row.id, base or unit.source, row.target):
        return Outcome(row, Fate.FAULTY, unit.target, why)
    return Outcome(row, Fate.TAKEN if fresh else Fate.TAKEN_STALE, unit.target)


def changes(found: Iterable[Outcome]) -> dict[str, Written]:
    """What a pack has to take over, by id."""
    taken: dict[str, Written] = {}
    for one in found:
        if one.fate in (Fate.TAKEN, Fate.FOUND):
            taken[one.row.id] = Written(one.row.target)
        elif one.fate is Fate.TAKEN_STALE:
            taken[one.row.id] = Written(one.row.target, one.row.source, True)
    return taken
