"""A course folder → the library and its sections, exercises drawn in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property
from typing import TypeVar

from emmbuild.blocks.draw import Draw
from emmbuild.core import walk
from emmbuild.core.diagnostics import ContentError, Diagnostic, Span, error
from emmbuild.core.nodes import VOLUMES, Footnote, FrontMatter, Library, Node, Section, Volume, Work
from emmbuild.core.text import Text
from emmbuild.readers import front_matter, yamls
from emmbuild.readers import section as sections
from emmbuild.readers.inline import inlines
from emmbuild.world import Course

FILE = "modules/library.yaml"
_FOLDER = re.compile(r"([1-9][0-9]?|[A-Z])\.([0-9]{1,2})(?:-|$)")
T = TypeVar("T")


@dataclass(frozen=True)
class Shelf:
    """The library and where its sections are. Sections are read when they are asked for."""

    course: Course
    library: Library
    files: dict[str, str]
    problems: tuple[Diagnostic, ...]

    @cached_property
    def written(self) -> tuple[str, ...]:
        """Ids of everything that has a file, in the library's order: introductions, sections, chapters, presentations."""
        order = [name for volume in self.library.volumes for name in volume.parts]
        return tuple(name for name in order if name in self.files)

    @cached_property
    def sections(self) -> tuple[str, ...]:
        """Ids of the sections proper that have a file."""
        own = {name for volume in self.library.volumes if volume.kind == "sections" for name in volume.sections}
        return tuple(name for name in self.written if name in own)

    def exercise_files(self, section_file: str) -> list[str]:
        folder = section_file.split("/")[-2]
        return self.course.files(f"exercises/{folder}", "*.md")


@dataclass(frozen=True, slots=True)
class ReadSection:
    """A section as read. `components` are its files by the folder their language packs stand in;
    `exercises` all blocks of its exercise files by id, drawn or not; `media` every picture it uses."""

    section: Section
    sources: tuple[sections.Source, ...]
    exercises: dict[str, Node]
    problems: tuple[Diagnostic, ...]


def open_shelf(course: Course) -> Shelf:
    """The library of the course. Raises ContentError where there is none that can be read."""
    tree, problems = yamls.load(course.read_text(FILE), FILE)
    if not isinstance(tree, yamls.Mapping):
        raise ContentError(*problems or (error("YML101", "the library file is empty", Span(FILE, 1, 1)),))
    found = list(problems)
    source_language = _text(tree, "source_language") or "en"
    volumes: list[Volume] = []
    titles: dict[str, Text] = {}
    for entry in _items(tree, "volumes"):
        if isinstance(entry, yamls.Mapping):
            volumes.append(_volume(entry, titles, found))
    works, work_problems = _works(course)
    library = Library(_text(tree, "id"), _as_text(tree, "title", "library"), source_language, tuple(volumes), works, titles)
    files, file_problems = _section_files(course, library)
    return Shelf(course, library, files, tuple(found) + work_problems + file_problems)


def _volume(entry: yamls.Mapping, titles: dict[str, Text], problems: list[Diagnostic]) -> Volume:
    """One volume; the titles of what is in it are added to `titles`."""
    id_, kind = _text(entry, "id"), _text(entry, "kind") or VOLUMES[0]
    if kind not in VOLUMES:
        hint = "use " + ", ".join(VOLUMES)
        problems.append(
            error("YML104", f"the kind of volume {id_} cannot be {kind!r}", entry.entries["kind"].span, hint=hint)
        )
    introduction = f"{id_}.0" if "introduction" in entry.entries else ""
    if introduction:
        titles[introduction] = _as_text(entry, "introduction", f"{introduction}/title")
    sections = entry.entries.get("sections")
    names = sections.entries if isinstance(sections, yamls.Mapping) else {}
    for name, words in names.items():
        if isinstance(words, yamls.Scalar):
            titles[name] = Text(words.text, inlines(words.text), words.span, f"{name}/title")
    title = _as_text(entry, "title", f"volume-{id_}")
    return Volume(id_, title, _text(entry, "folder"), tuple(names), kind, introduction)


def _text(tree: yamls.Mapping, name: str) -> str:
    value = tree.entries.get(name)
    return value.text if isinstance(value, yamls.Scalar) else ""


def _as_text(tree: yamls.Mapping, name: str, id: str) -> Text:
    value = tree.entries.get(name)
    return Text(value.text, inlines(value.text), value.span, id) if isinstance(value, yamls.Scalar) else Text("")


def _items(tree: yamls.Mapping, name: str) -> tuple[yamls.Tree, ...]:
    value = tree.entries.get(name)
    return value.items if isinstance(value, yamls.Sequence) else ()


def _works(course: Course) -> tuple[dict[str, Work], tuple[Diagnostic, ...]]:
    works: dict[str, Work] = {}
    problems: list[Diagnostic] = []
    for name in course.files("modules/bibliography", "*.yaml"):
        try:
            tree, found = yamls.load(course.read_text(name), name)
        except ContentError as problem:
            tree, found = None, problem.diagnostics
        problems += found
        if not isinstance(tree, yamls.Mapping):
            continue
        for key, entry in tree.entries.items():
            if not isinstance(entry, yamls.Mapping):
                problems.append(error("CIT103", f"the work {key!r} must be `{{author: …, title: …, year: …}}`", entry.span))
                continue
            work = _work(key, entry, tree.keys[key])
            missing = [part for part in ("author", "title", "year") if not _text(entry, part)]
            if missing:
                problems.append(error("CIT103", f"the work {key!r} lacks {', '.join(missing)}", work.span))
            known = works.get(key)
            if known and replace(known, span=work.span) != work:
                problems.append(
                    error(
                        "CIT104",
                        f"the work {key!r} is described twice, and differently",
                        work.span,
                        hint=f"make it the same as in {known.span} or give it another key",
                    )
                )
            works.setdefault(key, work)
    return works, tuple(problems)


def _work(key: str, entry: yamls.Mapping, span: Span) -> Work:
    return Work(
        key,
        _text(entry, "author"),
        _text(entry, "title"),
        _text(entry, "year"),
        _text(entry, "type"),
        _text(entry, "extra"),
        span,
    )


def _section_files(course: Course, library: Library) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """Where each section is: its folder's number (2.06-…) says which one it is."""
    files: dict[str, str] = {}
    problems: list[Diagnostic] = []
    for name in course.files("modules", "*/*/section.md"):
        folder = name.split("/")[-2]
        named = _FOLDER.match(folder)
        if named is None:
            problems.append(
                error(
                    "SRC105",
                    f"the folder {folder!r} does not begin with a section number",
                    Span(name),
                    hint="name it like 2.06-migration-and-labour",
                )
            )
            continue
        id_ = f"{named[1]}.{int(named[2])}"
        if id_ in files:
            problems.append(error("SRC105", f"two folders hold section {id_}", Span(name), hint=f"see {files[id_]}"))
        if library.volume_of(id_) is None:
            problems.append(
                error("LNK101", f"section {id_} is not in the library", Span(name), hint=f"add it to its volume in {FILE}")
            )
        files.setdefault(id_, name)
    return files, tuple(problems)


@dataclass(frozen=True, slots=True)
class Collection:
    """Loose blocks that sections and workshops include by id: common understandings, activities …"""

    name: str
    title: Text
    blocks: tuple[Node, ...]
    files: tuple[str, ...]
    problems: tuple[Diagnostic, ...]


def read_collections(shelf: Shelf) -> tuple[Collection, ...]:
    """Every folder in modules/collections/, its files in the order of their names."""
    found: dict[str, list[sections.Source]] = {}
    for file in shelf.course.files("modules/collections", "*/*.md"):
        name = file.split("/")[2]
        found.setdefault(name, []).append(sections.read(shelf.course, file, name))
    return tuple(_collection(name, sources) for name, sources in sorted(found.items()))


def _collection(name: str, sources: list[sections.Source]) -> Collection:
    problems = [problem for source in sources for problem in source.problems]
    titles = [source.front.entries.get("title") for source in sources if isinstance(source.front, yamls.Mapping)]
    title = next((t for t in titles if isinstance(t, yamls.Scalar)), None)
    words = Text(title.text, inlines(title.text), title.span, f"{name}/title") if title else Text(name)
    blocks = tuple(block for source in sources for block in source.blocks)
    return Collection(name, words, blocks, tuple(source.file for source in sources), tuple(problems))


def read_section(shelf: Shelf, section_id: str, loose: dict[str, Node] | None = None) -> ReadSection:
    """The section with its exercises and the `loose` blocks it includes drawn in, and what is wrong with its files."""
    file = shelf.files[section_id]
    main = sections.read(shelf.course, file, section_id)
    others = [sections.read(shelf.course, name, section_id) for name in shelf.exercise_files(file)]
    problems = list(main.problems)
    for other in others:
        problems += other.problems
        problems += _owner_problems(other, section_id)
    if main.front is None:
        title = shelf.library.titles.get(section_id, Text(section_id))
        empty = Section(FrontMatter(section_id, title, ""), (), file=file)
        return ReadSection(empty, (main, *others), {}, tuple(problems))
    front, front_problems = front_matter.read(main.front, file, lambda name: f"{section_id}/{name}")
    problems += front_problems
    if front.id != section_id and front.id:
        problems.append(
            error(
                "SRC105",
                f"the folder says section {section_id}, the front matter says {front.id!r}",
                front.spans.get("id", front.span),
                hint="make them the same",
            )
        )
    exercises = {node.meta.id: node for other in others for node in other.blocks if node.meta.id}
    blocks = _draw(main.blocks, {**(loose or {}), **exercises}, problems)
    notes: list[Footnote] = [note for source in (main, *others) for note in source.footnotes]
    files = tuple(source.file for source in (main, *others))
    made = Section(replace(front, id=section_id), blocks, tuple(notes), file, files, shelf.library.source_language)
    return ReadSection(made, (main, *others), exercises, tuple(problems))


def _owner_problems(source: sections.Source, section_id: str) -> list[Diagnostic]:
    front = source.front
    named = front.entries.get("section") if isinstance(front, yamls.Mapping) else None
    if isinstance(named, yamls.Scalar) and named.text == section_id:
        return []
    if front is None:
        return []
    return [
        error(
            "YML103",
            f'this exercise file does not say section: "{section_id}"',
            front.span,
            hint=f'put section: "{section_id}" into its front matter',
        )
    ]


def _draw(blocks: tuple[Node, ...], exercises: dict[str, Node], problems: list[Diagnostic]) -> tuple[Node, ...]:
    def fill(node: Node) -> Node:
        if not isinstance(node, Draw):
            return node
        found = []
        for name, span in node.wanted:
            if name in exercises:
                found.append(exercises[name])
            else:
                problems.append(
                    error(
                        "IDS102",
                        f"there is no exercise or block {name}",
                        span,
                        hint="near: " + (", ".join(get_close_matches(name, exercises, 5)) or "nothing of that name"),
                    )
                )
        return replace(node, blocks=tuple(found))

    return walk.map_nodes(blocks, fill)


def with_section(text: str, section_id: str, title: str) -> str | None:
    """The library file's text with one more section, at the end of its volume; None where there is no such volume.

    One line is added; everything else, comments included, stays as it was typed.
    """
    tree, _ = yamls.load(text, FILE)
    volume = section_id.split(".")[0]
    for entry in _items(tree, "volumes") if isinstance(tree, yamls.Mapping) else ():
        sections = entry.entries.get("sections") if isinstance(entry, yamls.Mapping) else None
        if isinstance(sections, yamls.Mapping) and sections.keys and _text(entry, "id") == volume:  # type: ignore[arg-type]
            last = max(sections.keys.values(), key=lambda span: span.line)
            lines = text.split("\n")
            quoted = title.replace("\\", "\\\\").replace('"', '\\"')
            lines.insert(last.line, f'{" " * (last.col - 1)}"{section_id}": "{quoted}"')
            return "\n".join(lines)
    return None
