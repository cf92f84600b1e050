"""Who was there: shares of the half-days (or days), and who has earned a certificate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from emmbuild.workshop.model import Workshop


def marks(workshop: Workshop) -> tuple[str, ...]:
    """Names of the units in which attendance is taken: day1_am, day1_pm … or day1, day2 …"""
    found = []
    for day in workshop.days:
        if workshop.attendance.per == "day":
            found.append(f"day{day.number}")
            continue
        lunch = next((session.start for session in day.sessions if session.kind == "lunch"), None)
        if lunch is None:
            noon = 12 * 60 + 30
            found += [f"day{day.number}_{'am' if day.start < noon else 'pm'}"]
            if day.start < noon < day.end - 60:
                found.append(f"day{day.number}_pm")
        else:
            found += [f"day{day.number}_am", f"day{day.number}_pm"]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Attended:
    """One person's attendance: the units at which they were there."""

    code: str
    there: frozenset[str]

    def share(self, units: Iterable[str]) -> float:
        """Per cent of the units."""
        every = tuple(units)
        return 100 * sum(unit in self.there for unit in every) / len(every) if every else 0.0


def earned(workshop: Workshop, attended: Iterable[Attended]) -> frozenset[str]:
    """Codes of those who were there often enough for a certificate."""
    units = marks(workshop)
    return frozenset(one.code for one in attended if one.share(units) >= workshop.attendance.certificate_from)


def by_unit(workshop: Workshop, attended: Iterable[Attended]) -> Mapping[str, int]:
    """How many were there at each unit."""
    people = tuple(attended)
    return {unit: sum(unit in one.there for one in people) for unit in marks(workshop)}
