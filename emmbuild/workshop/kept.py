"""What is kept of a workshop when its personal data go: counts, never a name; and the register over many workshops."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from emmbuild.workshop.model import Participant, Workshop
from emmbuild.workshop.results.summary import COUNTED, Summary

FILE = "kept.json"


@dataclass(frozen=True, slots=True)
class Kept:
    """Counts of one workshop. `people`: attribute → value → number; `sections` that it dealt with."""

    workshop: str
    dates: tuple[str, ...]
    sections: tuple[str, ...]
    count: int
    people: dict[str, dict[str, int]]
    facts: dict[str, object] = field(default_factory=dict)

    def as_dict(self) -> dict[str, object]:
        return {
            "workshop": self.workshop,
            "dates": list(self.dates),
            "sections": list(self.sections),
            "participants": self.count,
            "people": self.people,
            **({"results": self.facts} if self.facts else {}),
        }


def kept(workshop: Workshop, people: Iterable[Participant], found: Summary | None = None) -> Kept:
    """The counts of a workshop whose list (and perhaps results) are still there."""
    persons = tuple(people)
    counts = found.people if found and found.people else {name: _count(persons, name) for name in COUNTED}
    return Kept(
        workshop.id,
        tuple(day.isoformat() for day in workshop.event.dates),
        tuple(chosen.section for chosen in workshop.content.sections),
        found.count if found and found.count else len(persons),
        {name: values for name, values in counts.items() if values},
        _facts(found) if found else {},
    )


def _count(people: Iterable[Participant], name: str) -> dict[str, int]:
    values = (person.langs[0] if name == "language" and person.langs else person.attribute(name) for person in people)
    return dict(sorted(Counter(value for value in values if value).items(), key=lambda pair: (-pair[1], pair[0])))


def _facts(found: Summary) -> dict[str, object]:
    """Means and shares with their n: no single answer, no open words."""

    def rounded(value: float | None) -> float | None:
        return None if value is None else round(value, 1)

    return {
        "certificates": len(found.earned) if found.earned is not None else None,
        "gains": [
            {
                "objective": gain.name,
                "before": rounded(gain.before),
                "before_n": gain.before_n,
                "after": rounded(gain.after),
                "after_n": gain.after_n,
                "gained": rounded(gain.gained),
                "matched": gain.matched,
            }
            for gain in found.gains
        ],
        "items": [
            {
                "item": one.item.id,
                "n": one.answered,
                "right": rounded(one.difficulty),
                "discrimination": None if one.discrimination is None else round(one.discrimination, 2),
            }
            for one in found.items
        ],
        "opinions": {
            survey: [
                {"name": one.name, "n": one.n, "agree": rounded(one.agree)} for one in opinions if one.agree is not None
            ]
            for survey, opinions in found.opinions.items()
        },
    }


def of_dict(data: dict[str, Any]) -> Kept:
    """What `as_dict` wrote. Raises ValueError for anything else."""
    try:
        people = {
            str(name): {str(key): int(count) for key, count in values.items()} for name, values in data["people"].items()
        }
        dates, sections = (tuple(str(value) for value in data[key]) for key in ("dates", "sections"))
        return Kept(str(data["workshop"]), dates, sections, int(data["participants"]), people)
    except (KeyError, TypeError, AttributeError) as problem:
        raise ValueError(f"this is no record of a workshop: {problem}") from None


def register(records: Iterable[Kept]) -> dict[str, dict[str, int]]:
    """Over all workshops: attribute → value → people; under "section", people who came to a workshop on it."""
    total: dict[str, Counter[str]] = {name: Counter() for name in (*COUNTED, "section", "year")}
    for one in records:
        for name, values in one.people.items():
            if name in total:
                total[name].update(values)
        total["section"].update(dict.fromkeys(one.sections, one.count))
        if one.dates:
            total["year"][one.dates[0][:4]] += one.count
    return {
        name: dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))) for name, counts in total.items() if counts
    }
