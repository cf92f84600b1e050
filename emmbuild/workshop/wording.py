"""Reasons in the reader's language: lists joined, languages and attributes named, numbers in its digits."""

from __future__ import annotations

from collections.abc import Iterable

from emmbuild.core.edition import Words
from emmbuild.workshop.impossible import Impossible
from emmbuild.workshop.model import Reason

_LISTS = ("groups", "codes", "sessions", "team")
_SPOKEN = ("langs", "group_langs")


def say(reason: Reason, words: Words) -> str:
    """The reason as a sentence. Values are texts: several codes are parted by spaces."""
    return words(reason.key, **{name: _shown(name, value, words) for name, value in reason.values.items()})


def _shown(name: str, value: str, words: Words) -> str:
    if name in _SPOKEN or name == "any_langs":
        return words.join([language(code, words) for code in value.split()], either=name == "any_langs")
    if name in _LISTS:
        return words.join(value.split())
    if name == "attribute":
        return words.entries.get(f"people.attribute-{value}", value)
    return words.digits(value) if value.isdecimal() else value


def language(code: str, words: Words) -> str:
    """The name of a language in the reader's language; the code itself where it has no name there."""
    return words.entries.get(f"language.{code}", code)


def sentences(reasons: Iterable[Reason], words: Words) -> tuple[str, ...]:
    return tuple(say(reason, words) for reason in reasons)


def told(impossible: Impossible, words: Words) -> tuple[str, tuple[str, ...]]:
    """Why it is impossible as one text, and the ways out."""
    return " ".join(sentences(impossible.reasons, words)), sentences(impossible.ways, words)
