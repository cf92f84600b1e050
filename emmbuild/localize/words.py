"""The words the tool adds, by key: `emmbuild/languages/<code>/*.po`, English where one is missing."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from emmbuild.core.edition import Language, Words, family
from emmbuild.localize import catalogs


@cache
def entries(folder: Path) -> dict[str, str]:
    """Key → words of one language pack's folder."""
    found: dict[str, str] = {}
    for path in sorted(folder.glob("*.po")):
        for key, unit in catalogs.read(path).units.items():
            found[key] = unit.target or (unit.source if folder.name == "en" else "")
    return {key: words for key, words in found.items() if words}


def load(languages: Path, language: Language) -> Words:
    """English first, then what the language says, then its variant."""
    found = dict(entries(languages / "en"))
    for code in family(language.code):
        found.update(entries(languages / code))
    return Words(language, found)
