"""How far a translation is: its state, derived and never typed, and the ledger of reviews behind it.

The ledger (`i18n/review.tsv` of a folder) names a pair of source and translation by its hash, so an edit
on either side opens the review again by itself. Lines are sorted and only added: two people's ledgers
merge as a union.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

LEDGER = "review.tsv"
_HEAD = "# text\tlanguage\tpair\tstate\tby\n"


class State(StrEnum):
    """In the order of worth for a build; STALE and FAULTY are judged by policy, not by rank."""

    MISSING = "missing"
    FAULTY = "faulty"
    STALE = "stale"
    DRAFT = "draft"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    APPROVED = "approved"

    @property
    def rank(self) -> int:
        return list(State).index(self)


SIGNED = (State.TRANSLATED, State.REVIEWED, State.APPROVED)  # what a person's word can be
STEPS = (State.DRAFT, State.TRANSLATED, State.REVIEWED, State.APPROVED)  # what a build may ask for


@dataclass(frozen=True, slots=True)
class Unit:
    """One entry of a language pack. `previous` is the source it was translated from, where that is not `source`;
    `draft`: its pack says that no person has looked at it; `signed`: the ledger's word for exactly this pair,
    `hands` who translated and who reviewed it."""

    source: str
    target: str
    fuzzy: bool = False
    previous: str = ""
    draft: bool = False
    signed: State | None = None
    hands: tuple[str, str] = ("", "")
    note: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)


def state_of(unit: Unit | None, source: str, faulty: bool = False) -> State:
    """The state of a text whose newest source is `source`."""
    if unit is None or not unit.target:
        return State.MISSING
    if faulty:
        return State.FAULTY
    if unit.source != source or (unit.fuzzy and unit.previous):
        return State.STALE
    if unit.fuzzy:
        return State.DRAFT
    if unit.signed:
        return unit.signed
    return State.DRAFT if unit.draft else State.TRANSLATED


def pair_hash(source: str, target: str) -> str:
    """The name of a pair in the ledger and in files for translators."""
    return sha256(f"{source}\0{target}".encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True, order=True)
class Review:
    """Somebody's word for one pair. `by` is a role or initials, never needed."""

    text: str
    language: str
    pair: str
    state: str
    by: str = ""


def read_ledger(path: Path) -> frozenset[Review]:
    """The reviews of a folder; a line that cannot be understood is passed over, and so opens its review again."""
    found = set()
    if path.is_file():
        for line in path.read_text("utf-8", errors="replace").splitlines():
            parts = line.split("\t")
            if len(parts) in (4, 5) and parts[3] in SIGNED:
                found.add(Review(*parts))
    return frozenset(found)


def ledger_text(reviews: Iterable[Review]) -> str:
    return _HEAD + "".join(f"{r.text}\t{r.language}\t{r.pair}\t{r.state}\t{r.by}\n" for r in sorted(set(reviews)))


@dataclass(frozen=True, slots=True)
class Word:
    """What the ledger says of one pair: the highest state, and who translated and who reviewed it."""

    state: State
    hands: tuple[str, str] = ("", "")


def signed(reviews: Iterable[Review], language: str) -> Mapping[tuple[str, str], Word]:
    """(text, pair) → the ledger's word. Of several reviewers the one counts who did not translate."""
    found: dict[tuple[str, str], list[Review]] = {}
    for review in sorted(reviews):
        if review.language == language:
            found.setdefault((review.text, review.pair), []).append(review)
    return {key: _word(said) for key, said in found.items()}


def _word(said: list[Review]) -> Word:
    translators = [r.by for r in said if r.state == State.TRANSLATED and r.by]
    reviewers = [r.by for r in said if r.state != State.TRANSLATED and r.by]
    others = [name for name in reviewers if name not in translators]
    state = max((State(r.state) for r in said), key=lambda s: s.rank)
    return Word(state, ((*translators, "")[0], (*others, *reviewers, "")[0]))
