"""Planned and real minutes; better durations follow from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from emmbuild.workshop.model import Session, Workshop
from emmbuild.workshop.results.model import Run

STEP = 5  # proposals are whole steps of five minutes
PATIENCE = 10  # per cent that a session may run over or under before anything is proposed


@dataclass(frozen=True, slots=True)
class Timing:
    """A session with its planned minutes, what it really took (`real`: the median of `runs`), and what is proposed; the
    proposal is the plan where the plan was right."""

    session: Session
    real: float
    runs: int
    proposed: int

    @property
    def off(self) -> float:
        """Minutes over (or, below zero, under) the plan."""
        return self.real - self.session.minutes


def timings(workshop: Workshop, runs: Iterable[Run]) -> tuple[Timing, ...]:
    """One for each session that was timed, in the order of the agenda."""
    every = tuple(runs)
    found = []
    for session in workshop.sessions:
        taken = [run.minutes for run in every if run.session == session.id]
        if taken:
            real = float(median(taken))
            found.append(Timing(session, real, len(taken), proposal(session.minutes, real)))
    return tuple(found)


def proposal(planned: int, real: float) -> int:
    """The planned minutes, or the real ones rounded up to five where they differ by five minutes and ten per cent."""
    off = abs(real - planned)
    if off < STEP or off < planned * PATIENCE / 100:
        return planned
    return max(STEP, -(-round(real) // STEP) * STEP)


def unknown(workshop: Workshop, runs: Sequence[Run]) -> tuple[str, ...]:
    """Ids in the log that the agenda does not have."""
    return tuple(dict.fromkeys(run.session for run in runs if workshop.session(run.session) is None))
