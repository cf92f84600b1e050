"""What goes to a translator and what comes back, whatever the file format."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from emmbuild.core.diagnostics import ContentError, Span, error
from emmbuild.core.edition import Language
from emmbuild.core.translation import Term
from emmbuild.localize.states import State

BASE = re.compile(r"[0-9a-f]{8}-[0-9a-f]{8}")


@dataclass(frozen=True, slots=True)
class Row:
    """One text on its way out. `context` says in words where it stands; `note` what is wrong with its translation;
    `too_long`: for a slide."""

    id: str
    source: str
    target: str
    state: State
    context: str = ""
    note: str = ""
    too_long: bool = False

    @property
    def base(self) -> str:
        """The name of what the translator got: hashes of the source and of the translation."""
        return f"{short(self.source)}-{short(self.target)}"


@dataclass(frozen=True, slots=True)
class Parcel:
    """What one translator gets."""

    name: str
    language: Language
    source: Language
    rows: tuple[Row, ...]
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Returned:
    """One text on its way back. `base` and `source` are empty where the file lost them; `where` is its place in it."""

    id: str
    target: str
    base: str = ""
    source: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a file brought back, and what was noticed about the file as a whole."""

    rows: tuple[Returned, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exchange:
    """A file format for translators. `read` is None where it only goes out."""

    kind: str
    title: str
    extension: str
    write: Callable[[Parcel], bytes]
    read: Callable[[bytes], Delivery] | None = None


def short(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:8]


def unreadable(kind: str, why: str) -> ContentError:
    """What `read` raises for a file that is not what it should be."""
    return ContentError(
        error(
            "TRX101",
            f"this file cannot be read as {kind}: {why}",
            Span(),
            hint="export it afresh with `emmbuild translate export`, paste the translations in by hand, and import again",
        )
    )
