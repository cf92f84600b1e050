"""The order of the phases: read → select → localize → check → lower → plan → emit. Only this module knows it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

from emmbuild import checking, files, judging, lower, registry
from emmbuild.core import walk
from emmbuild.core.diagnostics import ContentError, Diagnostic, Severity, error, has_errors, warning
from emmbuild.core.edition import Built, Edition, Format, Language, Places, Theme, Words, family
from emmbuild.core.nodes import FrontMatter, Library, Meta, Node, Notes, Paragraph, Section
from emmbuild.core.subject import Subject
from emmbuild.core.text import Text
from emmbuild.core.translation import Pair, Term
from emmbuild.localize import packs, pseudo, sync, words
from emmbuild.localize.codes import bare
from emmbuild.localize.states import Unit
from emmbuild.plan import rooms
from emmbuild.readers import glossary, languages, themes
from emmbuild.readers.library import Collection, ReadSection, Shelf, open_shelf, read_collections, read_section
from emmbuild.world import Course, write_if_changed

PACKAGE = Path(__file__).parent
COLLECTION_CHECKS = ("CIT101", "FIG101", "FIG102", "IDS101", "QST101", "QST102", "TIM101")


def formats() -> dict[str, Format]:
    """Kind → format, for every module in `emmbuild/writers/`."""
    offered = registry.found("emmbuild.writers", "FORMAT").values()
    return {made.kind: made for made in sorted(offered, key=lambda made: made.kind)}


@dataclass(frozen=True)
class Desk:
    """A course opened for work: its library, its language packs, its theme."""

    root: Path
    theme_name: str = "default"

    @cached_property
    def shelf(self) -> Shelf:
        return open_shelf(Course.at(self.root))

    @cached_property
    def languages(self) -> dict[str, Language]:
        return languages.load()

    @cached_property
    def theme(self) -> Theme:
        shipped = PACKAGE.parent / "themes"
        folder = self.root / "themes" / self.theme_name
        return themes.load(folder if folder.is_dir() else shipped / self.theme_name, shipped / "default")

    @cached_property
    def _sections(self) -> dict[str, ReadSection]:
        return {}

    @cached_property
    def _rooms(self) -> dict[str, dict[str, rooms.Room]]:
        return {}

    @cached_property
    def collections(self) -> tuple[Collection, ...]:
        """The collections of loose blocks, with an id on every text."""
        return tuple(packs.identified(found, self.root, found.name) for found in read_collections(self.shelf))

    @cached_property
    def loose(self) -> dict[str, Node]:
        """Every block of every collection by id."""
        return {block.meta.id: block for found in self.collections for block in found.blocks if block.meta.id}

    def check_collections(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the collections: their reading, ids, citations and figures."""
        problems = [problem for found in self.collections for problem in found.problems]
        blocks = tuple(block for found in self.collections for block in found.blocks)
        subject = Subject(Section(FrontMatter("", Text(""), ""), blocks), self.shelf.library)
        problems += [found for found in checking.findings(subject) if found.code in COLLECTION_CHECKS]
        return tuple(problems)

    def section(self, section_id: str) -> ReadSection:
        """The section, read once, with an id on every text."""
        if section_id not in self._sections:
            read = read_section(self.shelf, section_id, self.loose)
            named, problems = read, list(read.problems)
            try:
                front, blocks, notes, exercises = packs.identified(
                    packs.section_tree(read.section, read.exercises), self.root, section_id
                )
                section = replace(read.section, front=front, blocks=blocks, footnotes=notes)
                named = replace(read, section=section, exercises=dict(zip(read.exercises, exercises, strict=True)))
            except ContentError as problem:
                problems += problem.diagnostics
            self._sections[section_id] = replace(named, problems=tuple(problems))
        return self._sections[section_id]

    def check(self, section_id: str) -> tuple[Diagnostic, ...]:
        """Everything that is wrong with a section, worst first."""
        read = self.section(section_id)
        found = (*read.problems, *checking.findings(subject_of(read, self.shelf)))
        return checking.placed(found, read.section, self.shelf.library)

    @cached_property
    def _glossary(self) -> glossary.Glossary:
        return glossary.load(self.shelf.course)

    def terms(self, language: str) -> tuple[Term, ...]:
        """What the glossary wants and forbids in a language; what a country's variant says of a term counts there."""
        return tuple({term.source: term for code in family(language) for term in self._glossary.get(code, ())}.values())

    def check_translations(self, section_id: str, language: str) -> tuple[Diagnostic, ...]:
        """Everything that the checks of translations find in the packs of a section."""
        read = self.section(section_id)
        return self._judged(packs.section_tree(read.section, read.exercises), language)

    def check_loose_translations(self, language: str) -> tuple[Diagnostic, ...]:
        """The same for what stands beside the sections: the library's titles and the collections of loose blocks."""
        return self._judged((packs.library_tree(self.shelf.library), *self.collections), language)

    def _judged(self, tree: object, language: str) -> tuple[Diagnostic, ...]:
        found: list[Diagnostic] = []
        for folder in packs.by_component(tree):
            units = packs.translations(self.root, [folder], language)
            found += judging.messages(f"{folder}/i18n/{language}.po", units, self.pairs(tree, units, language))
        return tuple(sorted(found, key=lambda d: (d.severity is not Severity.ERROR, d.span, d.code)))

    def pairs(self, tree: object, units: Mapping[str, Unit], language: str) -> list[Pair]:
        """The translations of a tree's texts, ready to be judged, with the room that they have."""
        places = sync.contexts(tree)
        spaces = {
            name: (room.space(bare(unit.source)), room.space(bare(unit.target)))
            for name, unit in units.items()
            if unit.target and (room := rooms.room_of(places.get(name, ""), self.rooms(language)))
        }
        return judging.pairs_of(units, self.languages[language], self.terms(language), spaces)

    def rooms(self, language: str) -> dict[str, rooms.Room]:
        """The room on slides in a language."""
        from emmbuild.writers.pptx.template import template_for

        if language not in self._rooms:
            known = self.languages[language]
            sample = " ".join(self.words(known).entries.values())
            self._rooms[language] = rooms.rooms(template_for(self.theme, known).stage, sample)
        return self._rooms[language]

    def limit(self, place: str, language: str) -> str:
        """How much room a place has in a language, in words for a translator; nothing where it has all it needs."""
        room = rooms.room_of(place, self.rooms(language))
        lines = f"{room.good} lines" if room and room.good > 1 else "1 line"
        return f"room: {lines}, about {room.letters} letters" if room else ""

    def library_in(self, language: str) -> Library:
        library = self.shelf.library
        units = self.units(("modules",), packs.library_tree(library), language)
        source = library.source_language
        titles = packs.localized(tuple(library.titles.values()), units, language, source)[0]
        named = dict(zip(library.titles, titles, strict=True))
        return replace(packs.localized(library, units, language, source)[0], titles=named)

    def units(self, components: Iterable[str], tree: object, language: str) -> dict[str, Unit]:
        if language in pseudo.LANGUAGES:
            return pseudo.units(walk.texts(tree), language)
        return packs.translations(self.root, components, language)

    def words(self, language: Language) -> Words:
        if language.code in pseudo.LANGUAGES:
            english = words.load(languages.FOLDER, self.languages["en"])
            return Words(language, pseudo.tool_words(english.entries, language.code))
        return words.load(languages.FOLDER, language)

    def edition_maker(self, section_id: str, language: str, policy: packs.Policy = packs.DEFAULT) -> EditionMaker:
        """The section in one language, ready to be made into editions."""
        read, library = self.section(section_id), self.library_in(language)
        tree = packs.section_tree(read.section, {})
        whole = packs.section_tree(read.section, read.exercises)
        units = self.units(packs.by_component(whole), whole, language)
        (front, blocks, notes, _), coverage = packs.localized(tree, units, language, library.source_language, policy)
        if policy.release and language != library.source_language:
            shown = {text.id for text in walk.texts(tree)}
            wrong = judging.faulty(self.pairs(whole, units, language)) & shown
            coverage = replace(coverage, refused=tuple(dict.fromkeys((*coverage.refused, *sorted(wrong)))))
        titles = {**library.titles, section_id: front.title}
        section = replace(read.section, front=front, blocks=blocks, footnotes=notes, lang=language)
        known = pseudo.LANGUAGES.get(language) or self.languages[language]
        return EditionMaker(
            section,
            replace(library, titles=titles),
            known,
            {**self.languages, known.code: known},
            self.words(known),
            self.theme,
            coverage,
        )


def subject_of(read: ReadSection, shelf: Shelf) -> Subject:
    folders = {file.rsplit("/", 1)[0] for file in read.section.files}
    present = tuple(name for folder in sorted(folders) for name in shelf.course.files(f"{folder}/media", "*"))
    used = tuple(name for source in read.sources for name in source.media)
    drawn = {node.meta.id for draw in read.section.blocks for node in getattr(draw, "blocks", ())}
    loose = tuple(node for name, node in read.exercises.items() if name not in drawn)
    return Subject(read.section, shelf.library, read.exercises, loose, used, present)


@dataclass(frozen=True)
class EditionMaker:
    """A translated section; lowers it once for each kind of reader."""

    section: Section
    library: Library
    language: Language
    languages: dict[str, Language]
    words: Words
    theme: Theme
    coverage: packs.Coverage
    _made: dict[tuple[str, bool], Section] = field(default_factory=dict)

    def _marked(self, blocks: tuple[Node, ...], for_slides: bool) -> tuple[Node, ...]:
        """With a line at the start that says how much is not translated; with slides it is for who speaks, not for the
        room."""
        missing = self.coverage.texts - self.coverage.translated
        if not missing:
            return blocks
        said = Paragraph(self.words.text("gaps", missing=missing, total=self.coverage.texts))
        meta = Meta(id=f"{self.section.id}/gaps")
        if for_slides:
            return (*blocks[:1], Notes((said,), meta=meta), *blocks[1:])
        return (replace(said, meta=meta), *blocks)

    @cached_property
    def slides(self) -> dict[str, int]:
        """Key of a slide → its number in the deck: facilitators' papers name them."""
        made = formats()[files.DECK]
        return made.counts(self.edition(made, made.audiences[0])) if made.counts else {}

    def edition(self, made: Format, audience: str) -> Edition:
        reader, keyed = made.reader(audience), audience in made.keyed
        if (reader, keyed) not in self._made:
            titles = self.library.titles
            self._made[reader, keyed] = lower.lowered(self.section, reader, keyed, self.words, titles)
        volume = self.library.volume_of(self.section.id)
        section = self._made[reader, keyed]
        return Edition(
            replace(section, blocks=self._marked(section.blocks, made.extension == "pptx")),
            self.library,
            self.language,
            self.languages,
            self.words,
            self.theme,
            audience,
            volume.title if volume else Text(""),
            places=Places(slides=self.slides) if made.prints and audience == "facilitator" else Places(),
        )


@dataclass(frozen=True, slots=True)
class Artefact:
    """One output file, as the manifest lists it. `path` is relative to the output folder."""

    path: str
    kind: str
    target: str
    language: str
    audience: str
    sha256: str
    bytes: int
    sources: tuple[str, ...] = ()
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Task:
    """A piece of work for one process: one section in some languages."""

    root: Path
    theme: str
    section: str
    languages: tuple[str, ...]
    kinds: tuple[str, ...]
    out: Path
    policy: packs.Policy = packs.DEFAULT


Result = tuple[tuple[Artefact, ...], tuple[Diagnostic, ...]]


@cache
def desk(root: Path, theme: str = "default") -> Desk:
    """The opened course; kept, so that a process reads each section once."""
    return Desk(root, theme)


def carry_out(task: Task) -> Result:
    """Make and write the artefacts of a task. A format that reports an error writes nothing."""
    artefacts: list[Artefact] = []
    problems: list[Diagnostic] = []
    place = desk(task.root, task.theme)
    for language in task.languages:
        try:
            maker = place.edition_maker(task.section, language, task.policy)
        except ContentError as problem:
            problems += problem.diagnostics
            continue
        problems += gaps(maker)
        if maker.coverage.refused:
            problems.append(refusal(maker))
            continue
        try:
            made = tuple(files.made_of(maker.edition, formats(), task.kinds))
        except ContentError as problem:
            problems += problem.diagnostics
            continue
        for file in made:
            artefact, found = _emit(file, task.out)
            problems += found
            artefacts += [artefact] if artefact else []
    return tuple(artefacts), tuple(dict.fromkeys(problems))


def gaps(maker: EditionMaker) -> Iterator[Diagnostic]:
    """What the language pack lacks, and what is older than its source."""
    done, all_ = maker.coverage.translated, maker.coverage.texts
    if done < all_:
        yield warning(
            "TRN101",
            f"{maker.section.id} in {maker.language.english_name}: {all_ - done} of {all_} texts are "
            "not translated and stay in the source language",
            hint=f"fill i18n/{maker.language.code}.po; `emmbuild translate status` shows where",
        )
    if maker.coverage.stale:
        yield warning(
            "TRN102",
            f"{maker.section.id} in {maker.language.english_name}: {maker.coverage.stale} texts "
            "were translated from an older source",
            hint="`emmbuild translate sync` marks them in the PO files",
        )


def refusal(maker: EditionMaker) -> Diagnostic:
    """Why nothing is built in this language."""
    names = maker.coverage.refused
    return error(
        "TRN103",
        f"{maker.section.id} in {maker.language.english_name}: {len(names)} texts may not be shown as they are, so nothing "
        f"was built: {', '.join(names[:5])}{' …' if len(names) > 5 else ''}",
        hint=f"`emmbuild translate status {maker.section.id} --lang {maker.language.code}` counts them; translate or "
        "review them, or build without --release and --fallback fail",
    )


@dataclass(frozen=True, slots=True)
class Origin:
    """What a file is of, as the manifest lists it."""

    kind: str
    target: str
    language: str
    audience: str
    sources: tuple[str, ...]


def _emit(file: files.File, out: Path) -> tuple[Artefact | None, tuple[Diagnostic, ...]]:
    edition, section, code = file.edition, file.edition.section, file.edition.language.code
    origin = Origin(file.kind or file.made.kind, section.id, code, file.audience or edition.audience, section.files)
    return emit_file(file.built, out, f"{section.id}/{code}/{file.name or file.made.file_name(edition)}", origin)


def emit_file(built: Built, out: Path, path: str, origin: Origin) -> tuple[Artefact | None, tuple[Diagnostic, ...]]:
    """Write one file, unless its writer reports an error."""
    if has_errors(built.diagnostics):
        return None, built.diagnostics
    write_if_changed(out / path, built.data)
    digest, size = sha256(built.data).hexdigest(), len(built.data)
    made = Artefact(
        path, origin.kind, origin.target, origin.language, origin.audience, digest, size, origin.sources, built.facts
    )
    return made, built.diagnostics


def run(tasks: Sequence[Task], jobs: int, done: Callable[[Task, Result], None]) -> list[Result]:
    """Carry the tasks out, in this process or in `jobs` of them; results in the order of the tasks."""
    results: list[Result] = []
    if jobs <= 1 or len(tasks) < 2:
        for task in tasks:
            results.append(carry_out(task))
            done(task, results[-1])
        return results
    context = get_context("fork") if hasattr(os, "fork") else get_context("spawn")
    with ProcessPoolExecutor(min(jobs, len(tasks)), mp_context=context) as pool:
        for task, result in zip(tasks, pool.map(carry_out, tasks), strict=True):
            results.append(result)
            done(task, result)
    return results
