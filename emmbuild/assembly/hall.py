"""One workshop opened: its recipe, its people, what the library says, and the plans that follow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property

from emmbuild import registry
from emmbuild.assembly import FOLDER, RECIPE, facts, lock
from emmbuild.blocks.insert import Insert
from emmbuild.core import walk
from emmbuild.core.diagnostics import ContentError, Diagnostic, Severity, error
from emmbuild.core.nodes import Footnote
from emmbuild.core.text import Text
from emmbuild.localize import packs
from emmbuild.localize.states import State, state_of
from emmbuild.pipeline import Desk
from emmbuild.readers import participants, public_holidays, recipe, results
from emmbuild.readers import section as sections
from emmbuild.readers.library import ReadSection
from emmbuild.workshop import rota
from emmbuild.workshop.completing import completed
from emmbuild.workshop.facts import Shelf, Translated
from emmbuild.workshop.locking import Lock, changes
from emmbuild.workshop.model import Chosen, Participant, Workshop
from emmbuild.workshop.overlays import Change
from emmbuild.workshop.reshuffle import placed
from emmbuild.workshop.results.model import Run
from emmbuild.workshop.rules import Scene, WorkshopCheck
from emmbuild.workshop.wording import say

RUN_LOGS = ("runlog.csv", "results/runlog.csv")


def catalogue() -> dict[str, WorkshopCheck]:
    """Code → check of workshops, in the order of the codes."""
    found = {check.code: check for check in registry.found("emmbuild.workshop_checks", "CHECK").values()}
    return dict(sorted(found.items()))


class Hall:
    """The course with one workshop opened: what artefacts and checks ask for, made once."""

    def __init__(
        self,
        desk: Desk,
        workshop_id: str,
        text: str | None = None,
        people: bytes | None = None,
        overlays: dict[str, str] | None = None,
        results: dict[str, str] | None = None,
    ) -> None:
        """`text`, `people`, `overlays` and `results` (name → text) stand in for the files of the workshop's folder."""
        self.desk, self.id = desk, workshop_id
        self.folder = f"{FOLDER}/{workshop_id}"
        self.file = f"{self.folder}/{RECIPE}"
        self._text, self._people, self._beside = text, people, overlays or {}
        self.results = results or {}
        self._overlays: dict[tuple[str, str], Overlay] = {}

    @cached_property
    def read(self) -> tuple[Workshop, tuple[Diagnostic, ...]]:
        """The recipe and what is wrong with it. Raises ContentError where nothing can be read."""
        text = self._text if self._text is not None else self.desk.shelf.course.read_text(self.file)
        workshop, problems = recipe.read(text, self.file)
        if workshop is None:
            raise ContentError(*problems)
        if workshop.id != self.id:
            hint = f"write id: {self.id}, or give the folder the workshop's id"
            message = f"the folder says workshop {self.id}, the recipe says {workshop.id!r}"
            problems = (*problems, error("RCP108", message, workshop.span, hint=hint))
        return replace(workshop, id=self.id), problems

    @cached_property
    def scene(self) -> Scene:
        workshop, _ = self.read
        shelf = self.shelf
        workshop = completed(workshop, shelf)
        people = self.people[0]
        days = [day.date for day in workshop.days if day.date]
        placement, rounds = placed(workshop, people)
        words = self.desk.words(self.desk.languages["en"])
        return Scene(
            workshop,
            shelf,
            self.desk.languages,
            people,
            placement,
            rota.plan(workshop) if rota.breakouts(workshop) and workshop.team and workshop.groups.groups else None,
            public_holidays.on(days, workshop.event.calendar.holidays),
            locked=changes(kept, self.lock) if (kept := lock.stored(self.desk, self.lock_file)) else {},
            rounds=rounds,
            runs=self.runs,
            say=lambda reason: say(reason, words),
        )

    @cached_property
    def people(self) -> tuple[tuple[Participant, ...], tuple[Diagnostic, ...]]:
        """The participants; none where their file is not there (it is never committed)."""
        workshop, _ = self.read
        name = workshop.audience.participants
        if not name:
            return (), ()
        file = f"{self.folder}/{name}"
        if self._people is None and not self.desk.shelf.course.exists(file):
            return (), ()
        data = self._people if self._people is not None else self.desk.shelf.course.read_bytes(file)
        rules, working = workshop.groups.allocate, workshop.languages.working
        spoken = working if len(working) == 1 else ()
        return participants.read(data, file, workshop.audience.columns, (*rules.spread, *rules.balance), spoken)

    @property
    def lock_file(self) -> str:
        return f"{self.folder}/{self.read[0].content.lock}"

    @cached_property
    def lock(self) -> Lock:
        """What a lock of this moment holds."""
        return lock.of(self.desk, self.used, self.read[0].languages.working)

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """How long sessions took, by the run log beside the recipe or among the results."""
        course = self.desk.shelf.course
        names = [name for name in (f"{self.folder}/{log}" for log in RUN_LOGS) if course.exists(name)]
        return tuple(run for name in names for run in results.run_log(name, course.read_bytes(name)))

    def supplements(self, chosen: Chosen) -> tuple[str, ...]:
        """Ids of the loose blocks that a supplement ("region/mena") has for a section: `region/mena/2.6` and on."""
        wanted = tuple(f"{name}/{chosen.section}" for name in chosen.supplements)
        return tuple(name for start in wanted for name in self.desk.loose if name == start or name.startswith(f"{start}/"))

    def overlay(self, chosen: Chosen, code: str) -> Overlay:
        """The local changes to a section: `overlays/x.fr.md` where it is there, else `overlays/x.md`."""
        if not chosen.overlay:
            return Overlay()
        if (chosen.overlay, code) not in self._overlays:
            own = chosen.overlay.removesuffix(".md") + f".{code}.md"
            course = self.desk.shelf.course
            translated = course.exists(f"{self.folder}/{own}")
            file = f"{self.folder}/{own if translated else chosen.overlay}"
            lang = "" if translated or code == self.read[0].languages.source else self.read[0].languages.source
            source = sections.read(course, file, chosen.section, self._beside.get(chosen.overlay))
            self._overlays[chosen.overlay, code] = overlay_of(source, lang)
        return self._overlays[chosen.overlay, code]

    @cached_property
    def used(self) -> tuple[str, ...]:
        """Ids of the written sections that the workshop uses, pre-work and follow-up included."""
        workshop, _ = self.read
        content = workshop.content
        names = [chosen.section for chosen in content.sections]
        names += [*content.prework.sections, *content.followup.sections]
        names += [session.section for session in workshop.sessions if session.section]
        return tuple(name for name in dict.fromkeys(names) if name in self.desk.shelf.files)

    @cached_property
    def shelf(self) -> Shelf:
        workshop, _ = self.read
        desk = self.desk
        read = {name: desk.section(name) for name in self.used}
        loose = {name: part for name, node in desk.loose.items() if (part := facts.part(node))}
        translated = {
            (name, code): self._translated(section, code)
            for name, section in read.items()
            for code in workshop.languages.working
            if code in desk.languages
        }
        return Shelf(
            {name: facts.of(section) for name, section in read.items()}, loose, desk.shelf.library.titles, translated
        )

    def _translated(self, section: ReadSection, code: str) -> Translated:
        tree = packs.section_tree(section.section, section.exercises)
        by_component = packs.by_component(tree)
        texts = [text for found in by_component.values() for text in found]
        if code == self.desk.shelf.library.source_language:
            return Translated(len(texts), len(texts), len(texts))
        units = packs.translations(self.desk.root, by_component, code)
        states = [state_of(units.get(text.id), text.source) for text in texts]
        done = sum(state.rank >= State.STALE.rank for state in states)
        reviewed = sum(state.rank >= State.REVIEWED.rank for state in states)
        return Translated(len(texts), done, reviewed, states.count(State.STALE))

    def _overlay_problems(self, workshop: Workshop) -> list[Diagnostic]:
        found: list[Diagnostic] = []
        for chosen in workshop.content.sections:
            overlay = self.overlay(chosen, workshop.languages.source)
            found += overlay.problems
            known = self.shelf.sections.get(chosen.section)
            names = {part for name in (known.blocks if known else ()) for part in (name, name.rsplit("/", 1)[-1])}
            for change in overlay.changes:
                if known and change.anchor not in names:
                    near = ", ".join(get_close_matches(change.anchor, names, 3))
                    message = f"{chosen.overlay}: section {chosen.section} has no block {change.anchor!r}"
                    found.append(error("RCP112", message, chosen.span, hint=f"near: {near}" if near else ""))
            for name in chosen.supplements:
                if not any(loose.startswith(f"{name}/") for loose in self.desk.loose):
                    hint = "supplements are loose blocks in modules/collections; `emmbuild list blocks` shows them"
                    found.append(error("RCP113", f"there is no supplement {name!r}", chosen.span, hint=hint))
        return found

    def check(self) -> tuple[Diagnostic, ...]:
        """Everything that is wrong with the recipe, its people and its plans; waived warnings left out."""
        workshop, problems = self.read
        found = [*problems, *self.people[1], *self._overlay_problems(workshop)]
        if not any(problem.severity is Severity.ERROR for problem in problems):
            found += findings(self.scene)
        return judged(found, workshop)


@dataclass(frozen=True, slots=True)
class Overlay:
    changes: tuple[Change, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    problems: tuple[Diagnostic, ...] = ()


def overlay_of(source: sections.Source, lang: str) -> Overlay:
    """The inserts of an overlay file; its words are in `lang` ("" = that of the reader)."""

    def spoken(text: Text) -> Text:
        return replace(text, lang=lang) if lang else text

    inserts = [block for block in walk.map_texts(source.blocks, spoken) if isinstance(block, Insert)]
    others = [block for block in source.blocks if not isinstance(block, Insert)]
    problems = [
        error("RCP112", "only inserts may stand in an overlay", block.meta.span, hint="put it into :::{insert} {after=ID}")
        for block in others
    ]
    changes = tuple(Change(one.place, one.anchor, one.children) for one in inserts)
    return Overlay(changes, source.footnotes, (*source.problems, *problems))


def findings(scene: Scene) -> Iterable[Diagnostic]:
    return (found for check in catalogue().values() if check.find for found in check.find(scene))


def judged(found: Iterable[Diagnostic], workshop: Workshop) -> tuple[Diagnostic, ...]:
    """The findings as the recipe wants them: waived ones left out, severities changed, worst first.

    Errors can be neither waived nor made milder.
    """
    waived = {waiver.rule for waiver in workshop.waivers if waiver.reason}
    kept = []
    for one in found:
        level = workshop.severities.get(one.code)
        if one.severity is not Severity.ERROR:
            if one.code in waived or level == "off":
                continue
            if level == "error":
                one = replace(one, severity=Severity.ERROR)
        kept.append(one)
    for waiver in workshop.waivers:
        if waiver.rule not in catalogue():
            hint = "`emmbuild list checks` shows the codes"
            kept.append(error("RCP107", f"checks: there is no check {waiver.rule!r}", waiver.span, hint=hint))
    order = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
    return tuple(sorted(dict.fromkeys(kept), key=lambda d: (order[d.severity], d.span, d.code)))
