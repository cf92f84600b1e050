"""The kit that artefacts work with: the workshop's sections, loose blocks and words in every language, made once each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from emmbuild import lower
from emmbuild.artefacts.shape import Kit
from emmbuild.assembly.hall import Hall
from emmbuild.blocks.draw import Draw
from emmbuild.blocks.interlinkages import Interlinkages
from emmbuild.blocks.key_messages import KeyMessages
from emmbuild.blocks.resources import Resources
from emmbuild.blocks.worksheet import Worksheet
from emmbuild.core import walk
from emmbuild.core.diagnostics import Diagnostic
from emmbuild.core.edition import Edition, Language, Theme, Words
from emmbuild.core.nodes import FrontMatter, Library, Node, Question, Section
from emmbuild.core.text import EMPTY, Text, words_of
from emmbuild.localize import packs
from emmbuild.workshop.completing import all_objectives
from emmbuild.workshop.model import Chosen, Session, Workshop
from emmbuild.workshop.overlays import Change, laid_over
from emmbuild.workshop.rules import Scene
from emmbuild.workshop.selecting import selected, used_exercises

_NAMED = {"assessment/pre": "pre", "assessment/post": "post", "evaluation/daily": "daily", "evaluation/final": "final"}
VERSION = "1.0.0"


def of_the_section(node: Node) -> bool:
    """Whether a block belongs to the section rather than to the topic that it stands in."""
    return isinstance(node, Draw | Interlinkages | KeyMessages | Resources)


class WorkshopKit(Kit):
    """What `artefacts.shape.Kit` promises, over an opened workshop."""

    def __init__(self, hall: Hall) -> None:
        self.hall = hall
        self._libraries: dict[str, Library] = {}
        self._rich: dict[tuple[str, str], Section] = {}
        self._lowered: dict[tuple[str, str, str, bool], Edition] = {}
        self._exercises: dict[tuple[str, str], dict[str, Node]] = {}
        self._loose: dict[str, dict[str, Node]] = {}

    @property
    def scene(self) -> Scene:
        return self.hall.scene

    @property
    def workshop(self) -> Workshop:
        return self.hall.scene.workshop

    @property
    def languages(self) -> dict[str, Language]:
        return self.hall.desk.languages

    @property
    def theme(self) -> Theme:
        return self.hall.desk.theme

    def words(self, code: str) -> Words:
        return self.hall.desk.words(self.languages[code])

    def edition(self, code: str, audience: str = "participant") -> Edition:
        workshop = self.workshop
        title = workshop.title.text(code, workshop.languages.source)
        front = FrontMatter(workshop.id, title, "", version=VERSION)
        return self._edition(Section(front, (), file=workshop.file, files=(workshop.file,), lang=code), code, audience)

    def _edition(self, section: Section, code: str, audience: str) -> Edition:
        library = self.library(code)
        volume = library.volume_of(section.id)
        return Edition(
            section,
            library,
            self.languages[code],
            self.languages,
            self.words(code),
            self.theme,
            audience,
            volume.title if volume else EMPTY,
        )

    def library(self, code: str) -> Library:
        if code not in self._libraries:
            self._libraries[code] = self.hall.desk.library_in(code)
        return self._libraries[code]

    def section(self, section: str, code: str, audience: str = "participant", keyed: bool = False) -> Edition:
        key = (section, code, audience, keyed)
        if key not in self._lowered:
            rich = self.rich(section, code)
            made = lower.lowered(rich, audience, keyed, self.words(code), self.library(code).titles)
            self._lowered[key] = self._edition(made, code, audience)
        return self._lowered[key]

    def rich(self, section: str, code: str) -> Section:
        """The section in one language as the workshop uses it, before it is lowered."""
        if (section, code) not in self._rich:
            whole = self.hall.desk.edition_maker(section, code).section
            chosen = self.workshop.content.of(section)
            self._rich[section, code] = self._chosen(whole, chosen, code) if chosen else whole
        return self._rich[section, code]

    def _chosen(self, whole: Section, chosen: Chosen, code: str) -> Section:
        facts = self.scene.shelf.sections[whole.id]
        exercises = used_exercises(self.workshop, whole.id)
        blocks = selected(whole.blocks, chosen, facts, exercises, of_the_section)
        changes = [Change("after", "", self._rich_loose(self.hall.supplements(chosen), code))]
        changes += self.hall.overlay(chosen, code).changes
        blocks, _ = laid_over(blocks, changes, of_the_section)
        blocks = walk.map_nodes(blocks, self._timed)
        notes = (*whole.footnotes, *self.hall.overlay(chosen, code).footnotes)
        front = replace(whole.front, title=self.title(whole.id, code))
        return replace(whole, front=front, blocks=blocks, footnotes=notes)

    def _timed(self, node: Node) -> Node:
        """A worksheet that a break-out works on, in the version that fits the break-out: the long or the short one."""
        if not isinstance(node, Worksheet) or not node.long:
            return node
        given = next((one.minutes for one in self.workshop.sessions if one.exercise == node.meta.id), 0)
        if not given:
            return node
        if given < node.long:
            return replace(node, long=0, steps=tuple(replace(step, long=0) for step in node.steps))
        steps = tuple(
            replace(step, long=0, meta=replace(step.meta, minutes=step.long or step.meta.minutes)) for step in node.steps
        )
        return replace(node, long=0, steps=steps, meta=replace(node.meta, minutes=node.long))

    def loose(self, names: Iterable[str], code: str, audience: str = "participant") -> tuple[Node, ...]:
        section = Section(FrontMatter(self.workshop.id, EMPTY, ""), self._rich_loose(names, code))
        return lower.lowered(
            section, audience, audience == "facilitator", self.words(code), self.library(code).titles
        ).blocks

    def _rich_loose(self, names: Iterable[str], code: str) -> tuple[Node, ...]:
        if code not in self._loose:
            known = self.hall.desk.loose
            tree = tuple(known.values())
            units = self.hall.desk.units(packs.by_component(tree), tree, code)
            source = self.library(code).source_language
            self._loose[code] = dict(zip(known, packs.localized(tree, units, code, source)[0], strict=True))
        return tuple(self._loose[code][name] for name in names if name in self._loose[code])

    def exercises(self, section: str, code: str) -> dict[str, Node]:
        """Every exercise of a section by id, drawn or not, in one language."""
        if (section, code) not in self._exercises:
            read = self.hall.desk.section(section)
            tree = tuple(read.exercises.values())
            whole = packs.section_tree(read.section, read.exercises)
            units = self.hall.desk.units(packs.by_component(whole), whole, code)
            made = packs.localized(tree, units, code, self.library(code).source_language)[0]
            self._exercises[section, code] = dict(zip(read.exercises, made, strict=True))
        return self._exercises[section, code]

    def items(self, form: str, code: str, keyed: bool = False) -> tuple[Question, ...]:
        wanted = dict.fromkeys(all_objectives(self.workshop, self.scene.shelf), self.workshop.assessment.test_items)
        found: list[Node] = []
        for chosen in self.workshop.content.sections:
            if chosen.section not in self.scene.shelf.sections:
                continue
            for node in walk.nodes(tuple(self.exercises(chosen.section, code).values())):
                if isinstance(node, Question) and node.form == form and _takes(node, wanted):
                    found.append(node)
        section = Section(FrontMatter(self.workshop.id, EMPTY, ""), tuple(found))
        reader = "facilitator" if keyed else "participant"
        made = lower.lowered(section, reader, keyed, self.words(code), self.library(code).titles)
        return tuple(node for node in made.blocks if isinstance(node, Question))

    def title(self, section: str, code: str) -> Text:
        chosen = self.workshop.content.of(section)
        if chosen and chosen.focus:
            return chosen.focus.text(code, self.workshop.languages.source)
        return self.library(code).titles.get(section, words_of(section))

    def called(self, session: Session, code: str) -> Text:
        if session.title:
            return session.title.text(code, self.workshop.languages.source)
        words = self.words(code)
        kind = words.text(f"kind.{_NAMED.get(session.use, session.kind)}")
        if session.section and session.kind == "input":
            return self.title(session.section, code)
        if session.section and session.kind in ("breakout", "report", "discussion"):
            title = self.title(session.section, code)
            return replace(words.text("kind.about", kind=kind.plain, title=title.plain), lang=title.lang)
        if session.use in self.scene.shelf.loose:
            titled = next((getattr(node, "title", EMPTY) for node in self.loose((session.use,), code)), EMPTY)
            return titled or kind
        if session.kind == "ceremony":
            first = self.workshop.days and session == self.workshop.days[0].sessions[0]
            ceremonies = [one for one in self.workshop.sessions if one.kind == "ceremony"]
            last = len(ceremonies) > 1 and session.id == ceremonies[-1].id
            return words.text("kind.closing" if last and not first else "kind.opening")
        return kind

    def findings(self) -> tuple[Diagnostic, ...]:
        return self.hall.check()

    def objective(self, name: str, code: str) -> Text:
        for node in walk.nodes(self.hall.desk.edition_maker(name.rsplit(".", 1)[0], code).section.blocks):
            if node.meta.id == name:
                return getattr(node, "text", EMPTY)
        return EMPTY


def _takes(item: Question, wanted: dict[str, int]) -> bool:
    """Whether an objective of the item still wants one; if so, it is counted."""
    open_ = [name for name in item.meta.objectives if wanted.get(name, 0) > 0]
    for name in open_:
        wanted[name] -= 1
    return bool(open_)
