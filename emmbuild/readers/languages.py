"""Facts of the language packs: `pack.yaml` of every folder in `emmbuild/languages/`."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TypeVar

from emmbuild.core.edition import Language
from emmbuild.core.formats import Formats
from emmbuild.readers import yamls

T = TypeVar("T")

FOLDER = Path(__file__).parent.parent / "languages"


@cache
def load(folder: Path = FOLDER) -> dict[str, Language]:
    """Code → language, English first, then by code. Raises ValueError for a pack that lacks a fact."""
    found = {path.parent.name: _read(path) for path in sorted(folder.glob("*/pack.yaml"))}
    return {code: found[code] for code in sorted(found, key=lambda code: (code != "en", code))}


def _read(path: Path) -> Language:
    tree, problems = yamls.load(path.read_text("utf-8"), path.name)
    if problems or not isinstance(tree, yamls.Mapping):
        raise ValueError(f"{path}: {problems[0].message if problems else 'empty'}")

    def fact(name: str, default: str | None = None) -> str:
        value = tree.entries.get(name)
        if isinstance(value, yamls.Scalar):
            return value.text
        if default is None:
            raise ValueError(f"{path} lacks {name}")
        return default

    def facts(name: str) -> tuple[str, ...]:
        value = tree.entries.get(name)
        return yamls.strings(value)

    quotes = facts("quotes")
    minutes, plurals = facts("minutes") or ("{n} min",), fact("plurals", "")
    wanted = re.match(r"nplurals=(\d+)", plurals)
    if len(minutes) > 1 and (wanted is None or int(wanted[1]) != len(minutes)):
        raise ValueError(f"{path}: minutes has {len(minutes)} forms; plurals asks for {wanted[1] if wanted else 'one'}")
    return Language(
        fact("code"),
        fact("tag"),
        fact("name"),
        fact("english_name"),
        fact("direction", "ltr") == "rtl",
        fact("script", "Latn"),
        fact("digits", "latn"),
        (quotes[0], quotes[1]) if len(quotes) == 2 else ("“", "”"),
        minutes,
        plurals,
        facts("habits"),
        _filled(Formats(), tree.entries.get("formats"), path),
    )


def _filled(facts: T, tree: yamls.Tree | None, path: Path) -> T:
    """The dataclass `facts` with what the pack says instead of its defaults."""
    said: dict[str, object] = {}
    for name, value in tree.entries.items() if isinstance(tree, yamls.Mapping) else ():
        usual = getattr(facts, name, None)
        if usual is None:
            raise ValueError(f"{path}: {name} is no fact of {type(facts).__name__.lower()}")
        if isinstance(usual, int | str):
            said[name] = type(usual)(value.text if isinstance(value, yamls.Scalar) else "")
        else:
            said[name] = yamls.strings(value) if isinstance(usual, tuple) else _filled(usual, value, path)
    return replace(facts, **said)  # type: ignore[type-var]
