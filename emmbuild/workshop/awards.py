"""Certificates: who has one, its number, and a checksum that ties the number to the name in the register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from emmbuild.workshop.model import Participant, Workshop

_LEARNING_HOUR = 60


@dataclass(frozen=True, slots=True)
class Award:
    """`achieved`: the person passed the final test, too. `language` of the certificate."""

    person: Participant
    serial: str
    language: str
    achieved: bool = False

    @property
    def check(self) -> str:
        """Eight characters that only this serial and this name give."""
        return sha256(f"{self.serial}|{self.person.name}".encode()).hexdigest()[:8]

    @property
    def code(self) -> str:
        """What the QR code holds: no name."""
        return f"{self.serial} {self.check}"


def awards(workshop: Workshop, people: Iterable[Participant], passed: frozenset[str] = frozenset()) -> Iterator[Award]:
    """An award for each of `people`, numbered by their place in the list; `passed`: codes of those who passed."""
    prefix = workshop.attendance.serial.strip("-") or workshop.id.upper()
    for place, person in enumerate(people, 1):
        digits = "".join(letter for letter in person.code if letter.isdigit())
        number = int(digits) if digits else place
        spoken = [name for name in person.langs if name in workshop.languages.working]
        language = spoken[0] if spoken else workshop.languages.source
        yield Award(person, f"{prefix}-{number:03}", language, person.code in passed)


def hours(workshop: Workshop) -> float:
    """Hours of learning, to the nearest half."""
    minutes = sum(session.minutes for session in workshop.sessions if session.learning)
    return round(2 * minutes / _LEARNING_HOUR) / 2
