"""A form that people answer, on paper or on a telephone, in one language. The same form in another language has the same
names; answers come back by them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from emmbuild.core.text import EMPTY, Text

_UNSAFE = re.compile(r"[^A-Za-z0-9_]+")


@dataclass(frozen=True, slots=True)
class Choice:
    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class Ask:
    """One question. `kind`: one, many (of the choices), scale (one of the choices, in a table with its neighbours),
    short, long (words), whole, decimal (numbers), rank (put the choices in order), say (words, no question).

    `on_paper` is False for what a sheet of paper says by itself, such as the language of the answers."""

    name: str
    kind: str
    label: Text
    choices: tuple[Choice, ...] = ()
    hint: Text = EMPTY
    lines: int = 3
    required: bool = False
    on_paper: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """Questions under one heading; `lead` stands above them; on paper they can begin a page (or the back of a sheet)."""

    name: str
    title: Text
    asks: tuple[Ask, ...]
    lead: Text = EMPTY
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Survey:
    name: str
    title: Text
    parts: tuple[Part, ...]
    lead: Text = EMPTY

    @property
    def asks(self) -> Iterator[Ask]:
        return (ask for part in self.parts for ask in part.asks)


def field_name(*parts: str) -> str:
    """A name that every form program takes: "2.6.TA1" → "q_2_6_TA1" when it would begin with a digit."""
    name = _UNSAFE.sub("_", "_".join(part for part in parts if part))
    return name if name[:1].isalpha() else f"q_{name}"
