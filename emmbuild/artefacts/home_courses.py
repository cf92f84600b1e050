"""LMS packages: the pre-work of each section, the workshop's sections one by one and as one course, the refresher."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from emmbuild.artefacts.shape import Artefact, Kit, Output, Package
from emmbuild.core.edition import Bundle
from emmbuild.core.text import Text

_NAMES = {"scorm12": "scorm12", "scorm2004": "scorm2004", "cmi5": "cmi5"}


def make(kit: Kit, code: str) -> Iterator[Output]:
    workshop = kit.workshop
    content = workshop.content
    taught = _written(kit, [chosen.section for chosen in content.sections])
    for kind in workshop.deliver.scorm:
        for work, name in ((content.prework, "prework"), (content.followup, "refresher")):
            sections = _written(kit, work.sections)
            if sections:
                yield _package(kit, code, name, sections, kind)
        for section in taught:
            yield _package(kit, code, f"section-{section}", (section,), kind)
        if len(taught) > 1:
            yield _package(kit, code, "course", taught, kind)


def _written(kit: Kit, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name in kit.scene.shelf.sections)


def _package(kit: Kit, code: str, name: str, sections: tuple[str, ...], kind: str) -> Output:
    editions = tuple((kit.section(section, code, "self-study", keyed=True),) for section in sections)
    single = len(sections) == 1
    title: Text = editions[0][0].section.front.title if single else kit.edition(code).section.front.title
    bundle = Bundle(f"{kit.workshop.id}-{name}", "single" if single else "menu", (title,), editions)
    return Package(ARTEFACT.path(name, code, _NAMES[kind]), bundle, kind)


ARTEFACT = Artefact("courses", "LMS packages: pre-work, sections, the whole course, refresher", "lms", "participant", make)
