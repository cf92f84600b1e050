"""A mapping of a recipe, asked key by key: each answer typed, each slip reported with its place and a way out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches

from emmbuild.core.diagnostics import Diagnostic, Span, error
from emmbuild.readers.yamls import Mapping, Scalar, Sequence, Tree
from emmbuild.workshop.said import NOTHING, Said

_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_YES, _NO = ("yes", "true", "on"), ("no", "false", "off")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")
KINDS = {Scalar: "one value", Sequence: "a list", Mapping: "`key: value` lines"}


@dataclass(slots=True)
class Form:
    """`where` names the mapping in messages ("agenda, day 1"); `problems` is shared by all forms of a recipe."""

    tree: Mapping
    where: str
    problems: list[Diagnostic]
    asked: set[str] = field(default_factory=set)

    @property
    def span(self) -> Span:
        return self.tree.span

    def span_of(self, name: str) -> Span:
        """The place of the value, or of the mapping where the key is absent."""
        value = self.tree.entries.get(name)
        return value.span if value is not None else self.tree.span

    def spans(self) -> dict[str, Span]:
        return {name: value.span for name, value in self.tree.entries.items()}

    def has(self, name: str) -> bool:
        return name in self.tree.entries

    def wrong(self, name: str, message: str, hint: str = "") -> None:
        self.problems.append(error("RCP102", f"{self.where}: {message}", self.span_of(name), hint=hint))

    def missing(self, name: str, example: str) -> None:
        self.problems.append(
            error("RCP103", f"{self.where} lacks `{name}`", self.span, hint=f"add a line `{name}: {example}`")
        )

    def _get(self, name: str, *kinds: type[Tree]) -> Tree | None:
        self.asked.add(name)
        value = self.tree.entries.get(name)
        if value is None or isinstance(value, kinds):
            return None if isinstance(value, Scalar) and value.text in ("", "~", "null") else value
        self.wrong(name, f"`{name}` must be {' or '.join(KINDS[kind] for kind in kinds)}")
        return None

    def text(
        self, name: str, default: str = "", *, pattern: str = "", like: str = "", choices: tuple[str, ...] = ()
    ) -> str:
        value = self._get(name, Scalar)
        if not isinstance(value, Scalar):
            return default
        if choices and value.text not in choices:
            near = get_close_matches(value.text, choices, 1)
            hint = f"did you mean {near[0]}?" if near else "use one of: " + ", ".join(choices)
            self.wrong(name, f"`{name}` cannot be {value.text!r}", hint)
            return default
        if pattern and not re.fullmatch(pattern, value.text):
            self.wrong(name, f"`{name}` cannot be {value.text!r}", f"write it like {like}" if like else "")
            return default
        return value.text

    def whole(self, name: str, default: int = 0, least: int = 0, most: int = 100_000) -> int:
        value = self._get(name, Scalar)
        if not isinstance(value, Scalar):
            return default
        if value.text.isascii() and value.text.isdigit() and least <= int(value.text) <= most:
            return int(value.text)
        self.wrong(name, f"`{name}` must be a whole number from {least} to {most}, not {value.text!r}")
        return default

    def flag(self, name: str, default: bool = False) -> bool:
        value = self._get(name, Scalar)
        if not isinstance(value, Scalar):
            return default
        if value.text.lower() in (*_YES, *_NO):
            return value.text.lower() in _YES
        self.wrong(name, f"`{name}` must be yes or no, not {value.text!r}")
        return default

    def clock(self, name: str) -> int | None:
        """A time of day in minutes since midnight."""
        value = self._get(name, Scalar)
        return self._clock(name, value.text) if isinstance(value, Scalar) else None

    def _clock(self, name: str, text: str) -> int | None:
        if match := _CLOCK.fullmatch(text):
            return int(match[1]) * 60 + int(match[2])
        self.wrong(name, f"`{name}` must be a time, not {text!r}", 'write it like "08:30"')
        return None

    def clocks(self, name: str, default: tuple[int, int]) -> tuple[int, int]:
        """Two times of day, from and to."""
        found = [self._clock(name, text) for text in self.names(name)]
        if not found:
            return default
        if len(found) == 2 and found[0] is not None and found[1] is not None and found[0] < found[1]:
            return found[0], found[1]
        self.wrong(name, f"`{name}` must be two times, the earlier first", 'write it like ["12:00", "14:00"]')
        return default

    def day(self, name: str) -> date | None:
        value = self._get(name, Scalar)
        return self._day(name, value) if isinstance(value, Scalar) else None

    def days(self, name: str) -> tuple[date, ...]:
        value = self._get(name, Sequence, Scalar)
        items = value.items if isinstance(value, Sequence) else (value,) if isinstance(value, Scalar) else ()
        found = [self._day(name, item) for item in items if isinstance(item, Scalar)]
        return tuple(one for one in found if one)

    def _day(self, name: str, value: Scalar) -> date | None:
        try:
            return date.fromisoformat(value.text)
        except ValueError:
            hint = "write it like 2027-04-13"
            self.problems.append(
                error("RCP102", f"{self.where}: `{name}` must be a day, not {value.text!r}", value.span, hint=hint)
            )
            return None

    def said(self, name: str) -> Said:
        """Words, in one language or by language."""
        value = self._get(name, Scalar, Mapping)
        return self._said(name, value) if value is not None else NOTHING

    def phrases(self, name: str) -> tuple[Said, ...]:
        """A list of words, each in one language or by language, or after a label of one's own (`label: words`)."""
        value = self._get(name, Sequence)
        return tuple(self._said(name, _unlabelled(item)) for item in value.items) if isinstance(value, Sequence) else ()

    def _said(self, name: str, value: Tree) -> Said:
        if isinstance(value, Scalar):
            return Said({"": value.text}, value.span)
        if not isinstance(value, Mapping):
            self.problems.append(error("RCP102", f"{self.where}: `{name}` must be words", value.span))
            return NOTHING
        for code, span in value.keys.items():
            if not LANGUAGE.fullmatch(code):
                hint = 'write {en: "…", fr: "…"} or just the words'
                self.problems.append(
                    error("RCP102", f"{self.where}: `{name}` has {code!r} where a language code belongs", span, hint=hint)
                )
        return Said({code: one.text for code, one in value.entries.items() if isinstance(one, Scalar)}, value.span)

    def names(self, name: str) -> tuple[str, ...]:
        """A list of plain words; one word alone is a list of one."""
        value = self._get(name, Sequence, Scalar)
        if isinstance(value, Scalar):
            return (value.text,)
        items = value.items if isinstance(value, Sequence) else ()
        for item in items:
            if not isinstance(item, Scalar):
                self.problems.append(
                    error("RCP102", f"{self.where}: `{name}` holds something that is not a plain word", item.span)
                )
        return tuple(item.text for item in items if isinstance(item, Scalar))

    def lists(self, name: str) -> tuple[tuple[str, ...], ...]:
        """A list of lists of words."""
        value = self._get(name, Sequence)
        rows = value.items if isinstance(value, Sequence) else ()
        return tuple(
            tuple(item.text for item in row.items if isinstance(item, Scalar)) for row in rows if isinstance(row, Sequence)
        )

    def table(self, name: str) -> dict[str, str]:
        """`{key: word}`."""
        value = self._get(name, Mapping)
        entries = value.entries if isinstance(value, Mapping) else {}
        return {key: one.text for key, one in entries.items() if isinstance(one, Scalar)}

    def part(self, name: str) -> Form:
        """The mapping under `name`; an empty one where it is absent."""
        value = self._get(name, Mapping)
        tree = value if isinstance(value, Mapping) else Mapping({}, {}, self.span)
        return Form(tree, f"{self.where}, {name}" if self.where != "the recipe" else name, self.problems)

    def parts(self, name: str) -> Iterator[Form]:
        """Every mapping of the list under `name`."""
        value = self._get(name, Sequence)
        for number, item in enumerate(value.items if isinstance(value, Sequence) else (), 1):
            if isinstance(item, Mapping):
                yield Form(item, f"{name} {number}", self.problems)
            else:
                self.problems.append(
                    error("RCP102", f"{self.where}: `{name}` holds something that is not {{key: value}}", item.span)
                )

    def named(self, name: str) -> dict[str, Form]:
        """The mappings under `name` by their key."""
        value = self._get(name, Mapping)
        entries = value.entries if isinstance(value, Mapping) else {}
        found = {}
        for key, one in entries.items():
            if isinstance(one, Mapping):
                found[key] = Form(one, f"{name} {key}", self.problems)
            else:
                self.problems.append(error("RCP102", f"{self.where}: `{key}` in `{name}` must be {{key: value}}", one.span))
        return found

    def close(self) -> None:
        """Report the keys that nobody asked for."""
        for name, span in self.tree.keys.items():
            if name not in self.asked:
                near = get_close_matches(name, self.asked, 1)
                hint = f"did you mean `{near[0]}`?" if near else "known here: " + ", ".join(sorted(self.asked))
                self.problems.append(error("RCP101", f"{self.where} has no key `{name}`", span, hint=hint))


def _unlabelled(tree: Tree) -> Tree:
    if isinstance(tree, Mapping) and len(tree.entries) == 1:
        [(label, words)] = tree.entries.items()
        return tree if LANGUAGE.fullmatch(label) else words
    return tree
