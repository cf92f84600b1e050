"""Starts a language pack, and says what a new language still lacks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import polib

from emmbuild.core.edition import Language, Theme
from emmbuild.core.formats import Formats

_ONE = "nplurals=1; plural=0;"
_TWO = "nplurals=2; plural=(n != 1);"
_ZERO_ONE = "nplurals=2; plural=(n > 1);"
_SLAVIC = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"


@dataclass(frozen=True, slots=True)
class Facts:
    """What `pack.yaml` of a new language begins with."""

    tag: str
    name: str
    english_name: str
    rtl: bool = False
    script: str = "Latn"
    digits: str = "latn"
    plurals: str = ""


KNOWN = {
    "am": Facts("am-ET", "አማርኛ", "Amharic", script="Ethi", plurals=_ZERO_ONE),
    "de": Facts("de-DE", "Deutsch", "German", plurals=_TWO),
    "hi": Facts("hi-IN", "हिन्दी", "Hindi", script="Deva", plurals=_ZERO_ONE),
    "id": Facts("id-ID", "Bahasa Indonesia", "Indonesian", plurals=_ONE),
    "it": Facts("it-IT", "Italiano", "Italian", plurals=_TWO),
    "ja": Facts("ja-JP", "日本語", "Japanese", script="Jpan", plurals=_ONE),
    "ps": Facts("ps-AF", "پښتو", "Pashto", True, "Arab", "arabext", _TWO),
    "pt": Facts("pt-PT", "Português", "Portuguese", plurals=_TWO),
    "ru": Facts("ru-RU", "Русский", "Russian", script="Cyrl", plurals=_SLAVIC),
    "so": Facts("so-SO", "Soomaali", "Somali", plurals=_TWO),
    "sw": Facts("sw-KE", "Kiswahili", "Swahili", plurals=_TWO),
    "tr": Facts("tr-TR", "Türkçe", "Turkish", plurals=_TWO),
    "uk": Facts("uk-UA", "Українська", "Ukrainian", script="Cyrl", plurals=_SLAVIC),
    "ur": Facts("ur-PK", "اردو", "Urdu", True, "Arab", plurals=_TWO),
    "vi": Facts("vi-VN", "Tiếng Việt", "Vietnamese", plurals=_ONE),
    "zh": Facts("zh-CN", "中文", "Chinese", script="Hans", plurals=_ONE),
}


def files(code: str, facts: Facts, english: Path) -> dict[str, str]:
    """File name → content of a new pack's folder: facts, and the words of the tool, to be translated."""
    habits = "\nhabits: [own-script, arabic-marks]" if facts.script == "Arab" else ""
    pack = (
        f"code: {code}\ntag: {facts.tag}\nname: {facts.name}\nenglish_name: {facts.english_name}\n"
        f"direction: {'rtl' if facts.rtl else 'ltr'}\nscript: {facts.script}\ndigits: {facts.digits}\n"
        f'plurals: "{facts.plurals}"{habits}\n'
    )
    return {"pack.yaml": pack, **{path.name: _empty(path, code, facts) for path in sorted(english.glob("*.po"))}}


def _empty(path: Path, code: str, facts: Facts) -> str:
    file = polib.pofile(str(path), encoding="utf-8", wrapwidth=0)
    file.metadata = {**file.metadata, "Language": code}
    if facts.plurals:
        file.metadata["Plural-Forms"] = facts.plurals
    for entry in file:
        entry.msgstr = ""
    return str(file).rstrip("\n") + "\n"


def missing(
    language: Language, words: Mapping[str, str], english: Mapping[str, str], theme: Theme, sections: Iterable[str]
) -> list[str]:
    """What a language still lacks, each with one next step."""
    found = []
    if lacking := [key for key in english if key not in words]:
        found.append(f"words of the tool: {len(lacking)} of {len(english)}; fill msgstr in its *.po, English stands in")
    facts = {
        "minutes": language.minutes == ("{n} min",),
        "plurals": not language.plurals,
        "formats (dates, times, lists, numbers, sorting)": language.formats == Formats(),
    }
    if unset := [name for name, default in facts.items() if default]:
        found.append(f"facts: {', '.join(unset)}; see pack.yaml of ar or fr")
    if language.script not in theme.fonts:
        found.append(f"fonts: the theme {theme.name} names none for {language.script}; add one to theme.yaml")
    if not language.habits:
        found.append("checks: no habits of spelling are named; those of docs/translators/new-language.md can be chosen")
    if untouched := list(sections):
        found.append(f"sections: {', '.join(untouched)}; start them: `emmbuild translate sync --add {language.code}`")
    return found
