"""What a manifest lists: units in order, their files and facts. The manifests of all standards are made from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from emmbuild.plan.programme import Programme
from emmbuild.render.html import plain
from emmbuild.render.lom import Facts, facts_of

Spoken = tuple[tuple[str, str], ...]  # language tag and words, the main language first


@dataclass(frozen=True, slots=True)
class Unit:
    """A SCO or assignable unit. `base` is its stable name; `mastery` a percentage, or None without questions; `goals` are
    pairs of an objective's key and its words; `volume` names the block it stands in (id and title)."""

    base: str
    key: str
    href: str
    files: tuple[str, ...]
    mastery: int | None
    goals: tuple[tuple[str, Spoken], ...]
    volume: tuple[str, Spoken]
    facts: Facts


@dataclass(frozen=True, slots=True)
class Outline:
    """A package. `common` are files that all units need; they are a resource of their own where there are several units."""

    base: str
    key: str
    library: str
    units: tuple[Unit, ...]
    common: tuple[str, ...]
    facts: Facts

    @property
    def several(self) -> bool:
        return len(self.units) > 1


def unit_of(programmes: Sequence[Programme], href: str, files: Iterable[str]) -> Unit:
    """One unit, given in each of its languages."""
    main = programmes[0]
    library = main.edition.library
    volume = library.volume_of(main.courses[0].id)
    block = volume.id if volume else main.courses[0].id.split(".")[0]
    spoken = [(p.edition.language.tag, p) for p in programmes]
    return Unit(
        identifier(library.id, main.id),
        main.key,
        href,
        tuple(files),
        main.rules.mastery if main.asked else None,
        _goals(programmes),
        (block, tuple((tag, plain(p.edition.volume, 200) or plain(p.title, 200)) for tag, p in spoken)),
        facts_of(programmes),
    )


def _goals(programmes: Sequence[Programme]) -> tuple[tuple[str, Spoken], ...]:
    """What is reported to an LMS: the sections where there are several, then each learning objective."""
    spoken = [(programme.edition.language.tag, dict(goals_of(programme))) for programme in programmes]
    return tuple(
        (key, tuple((tag, words.get(key, main)) for tag, words in spoken)) for key, main in goals_of(programmes[0])
    )


OBJECTIVES = 100  # SPM of cmi.objectives (SCORM 2004 4th ed. RTE 4.2.17)


def goals_of(programme: Programme) -> tuple[tuple[str, str], ...]:
    """Key and words of what is reported as objectives; not more than every LMS keeps."""
    sections = [(course.key, plain(course.title)) for course in programme.courses] if programme.home else []
    learning = [(goal.key, plain(goal.text)) for course in programme.courses for goal in course.objectives]
    return tuple(dict((*sections, *learning)).items())[:OBJECTIVES]


def identifier(library: str, name: str) -> str:
    """The stable name of a package or unit: "emm-2-6". Letters, digits and hyphens, a letter first."""
    text = "".join(c if c.isascii() and c.isalnum() else "-" for c in f"{library}-{name}").lower()
    return text if text[0].isalpha() else f"s-{text}"
