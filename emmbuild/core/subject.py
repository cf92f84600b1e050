"""What a check looks at: one section as its author wrote it, and what stands around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from emmbuild.core.diagnostics import Diagnostic, Severity
from emmbuild.core.nodes import Library, Node, Section
from emmbuild.core.translation import Pair


@dataclass(frozen=True, slots=True)
class Subject:
    """`exercises`: every block of the section's exercise files by id, drawn or not; `media`: the pictures used,
    `media_present`: the files in the section's media folders; `section_titles`: id → title in its own file."""

    section: Section
    library: Library
    exercises: dict[str, Node] = field(default_factory=dict)
    loose: tuple[Node, ...] = ()
    media: tuple[str, ...] = ()
    media_present: tuple[str, ...] = ()

    @property
    def everything(self) -> tuple[Node, ...]:
        """The section's blocks and the exercises that are not drawn in."""
        return self.section.blocks + self.loose


@dataclass(frozen=True, slots=True)
class Example:
    """A tiny course that shows a problem or its cure. Empty parts are taken from the sample course.

    `body`: the section's Markdown under its front matter; `front`: lines that replace or add front matter
    (`key: value`; `-key` removes one); `exercises`: the exercise file's Markdown; `files`: other files, by name in the
    section's folder; `says` is what `emmbuild explain` shows where a file is too much to show;
    `pairs`: for a check of translations, a language and sources with their translations; `place`: where they stand
    ("Slide.title"), `hands`: who translated and who reviewed them.
    """

    body: str = ""
    front: str = ""
    exercises: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    says: str = ""
    pairs: tuple[str, tuple[tuple[str, str], ...]] = ("", ())
    place: str = ""
    hands: tuple[str, str] = ("", "")


Fault = tuple[Pair, str]  # what is wrong, in words


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that can be wrong. `find` is empty where the reader itself reports it, and in checks of translations:
    those `judge` one pair, or `compare` all the pairs of a folder."""

    code: str
    severity: Severity
    title: str
    why: str
    bad: Example
    good: Example
    find: Callable[[Subject], Iterator[Diagnostic]] | None = None
    judge: Callable[[Pair], Iterator[str]] | None = None
    compare: Callable[[Sequence[Pair]], Iterator[Fault]] | None = None
