"""Everything that a report says, in figures: made once from the results, the same whichever way they came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from emmbuild.workshop.model import Participant, Workshop
from emmbuild.workshop.results import opinions, scoring, timing
from emmbuild.workshop.results.attendance import by_unit, earned
from emmbuild.workshop.results.model import ABOUT, Item, Known, Results, Sitting
from emmbuild.workshop.results.opinions import Opinion, Sure
from emmbuild.workshop.results.scoring import Gain, ItemFacts
from emmbuild.workshop.results.timing import Timing

COUNTED = ("gender", "country", "agency", "language")


@dataclass(frozen=True, slots=True)
class Summary:
    """`people`: attribute → value → how many; `present`: unit → how many; `earned`, `passed`: participant codes."""

    count: int
    people: dict[str, dict[str, int]]
    present: dict[str, int]
    earned: frozenset[str] | None
    passed: frozenset[str]
    gains: tuple[Gain, ...]
    groups: dict[str, tuple[Gain, ...]]
    items: tuple[ItemFacts, ...]
    opinions: dict[str, tuple[Opinion, ...]]
    sure: tuple[Sure, ...]
    words: dict[str, dict[str, tuple[str, ...]]]
    timings: tuple[Timing, ...]
    pass_share: tuple[int, int] = (0, 0)
    surveys: dict[str, int] = field(default_factory=dict)


def summary(
    workshop: Workshop,
    results: Results,
    items: Sequence[Item],
    surveys: Mapping[str, Sequence[Known]],
    people: Sequence[Participant],
) -> Summary:
    known = {person.code: person for person in people}
    scores = [scoring.mark(_placed(sitting, known), items) for sitting in results.sittings]
    took_part = _who(results, people)
    post = [score for score in scores if score.sitting.moment == "post"]
    return Summary(
        len(took_part) if took_part else _most(results),
        {name: _count(took_part, name) for name in COUNTED} if took_part else {},
        dict(by_unit(workshop, results.attended)) if results.attended else {},
        earned(workshop, results.attended) if results.attended is not None else None,
        scoring.passed(scores, workshop.assessment.passing) & known.keys(),
        scoring.gains(scores, items) if scores else (),
        {name: found for name in ABOUT if (found := scoring.by_group(scores, name))},
        scoring.item_facts(scores, items),
        {name: said for name, asked in surveys.items() if (said := opinions.opinions(results.of(name), asked))},
        opinions.sureness(results.of("final"), surveys.get("final", ())),
        {name: open_ for name, asked in surveys.items() if (open_ := opinions.words(results.of(name), asked))},
        timing.timings(workshop, results.runs),
        (sum(score.share >= workshop.assessment.passing for score in post), len(post)),
        {name: count for name in surveys if (count := len(results.of(name)))},
    )


def _placed(sitting: Sitting, known: Mapping[str, Participant]) -> Sitting:
    """Where the code is that of a participant, the list says who answers."""
    person = known.get(sitting.code)
    if person is None:
        return sitting
    said = {"gender": person.gender, "agency": person.agency, "language": person.langs[0] if person.langs else ""}
    return replace(sitting, about={**{name: value for name, value in said.items() if value}, **sitting.about})


def _who(results: Results, people: Sequence[Participant]) -> tuple[Participant, ...]:
    """Those of the list who came; all of it where no attendance was taken."""
    if results.attended is None:
        return tuple(people)
    there = {one.code for one in results.attended if one.there}
    return tuple(person for person in people if person.code in there)


def _most(results: Results) -> int:
    """How many came, where there is no list: the most answers of one kind."""
    kinds = Counter([reply.survey for reply in results.replies] + [sitting.moment for sitting in results.sittings])
    came = sum(bool(one.there) for one in results.attended or ())
    return max([came, *kinds.values()], default=0)


def _count(people: Sequence[Participant], name: str) -> dict[str, int]:
    values = [person.langs[:1] and person.langs[0] if name == "language" else person.attribute(name) for person in people]
    return dict(sorted(Counter(str(value) for value in values if value).items(), key=lambda pair: (-pair[1], pair[0])))
