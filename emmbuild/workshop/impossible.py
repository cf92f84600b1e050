"""What planners return where no plan exists: why, in words to be, and which changes would help."""

from __future__ import annotations

from dataclasses import dataclass

from emmbuild.workshop.model import Reason


@dataclass(frozen=True, slots=True)
class Impossible:
    """`reasons`: why there is no plan; `ways`: changes after which there is one (each was tried), best first.

    `proven` is False where the search gave up before it had seen everything.
    """

    reasons: tuple[Reason, ...]
    ways: tuple[Reason, ...] = ()
    proven: bool = True
