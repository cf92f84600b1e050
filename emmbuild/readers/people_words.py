"""What people write into lists of participants, in every language pack: `people.yaml`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from emmbuild.readers import languages, yamls
from emmbuild.readers.yamls import Mapping, Scalar, Sequence, Tree

_SAME = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ک": "ك", "đ": "d", "ß": "s"}
)


def plain(text: str) -> str:
    """The text without case, accents, vowel marks, kinds of alef and yeh, and punctuation: what is compared."""
    letters = unicodedata.normalize("NFKC", text).casefold().translate(_SAME)
    bare = "".join(letter for letter in unicodedata.normalize("NFD", letters) if not unicodedata.combining(letter))
    kept = unicodedata.normalize("NFC", bare).replace("\u200c", "").replace("\u0640", "")
    return " ".join(re.sub(r"[^\w✓✔○]+|_", " ", kept).split())


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """Plain words → what they mean: an attribute, yes or no, "f" or "m", a language code."""

    headers: dict[str, str]
    answers: dict[str, bool]
    genders: dict[str, str]
    languages: dict[str, str]


@cache
def load(folder: Path = languages.FOLDER) -> PeopleWords:
    """The words of all packs together. Raises ValueError for a pack whose file cannot be read."""
    found = PeopleWords({}, {}, {}, {})
    for code, language in languages.load(folder).items():
        for name in (code, language.name, language.english_name):
            found.languages.setdefault(plain(name), code)
        path = folder / code / "people.yaml"
        if path.is_file():
            _add(path, found)
    return found


def _add(path: Path, found: PeopleWords) -> None:
    tree, problems = yamls.load(path.read_text("utf-8"), path.name)
    if problems or not isinstance(tree, Mapping):
        raise ValueError(f"{path}: {problems[0].message if problems else 'empty'}")
    parts = tree.entries
    for meaning, words in _lists(parts.get("headers")).items():
        for word in words:
            found.headers.setdefault(word, meaning)
    for meaning, words in _lists(parts.get("gender")).items():
        for word in words:
            found.genders.setdefault(word, meaning)
    for meaning, words in _lists(parts.get("languages")).items():
        for word in (meaning, *words):
            found.languages.setdefault(word, meaning)
    for meaning in ("yes", "no"):
        for word in _words(parts.get(meaning)):
            found.answers.setdefault(word, meaning == "yes")


def _lists(tree: Tree | None) -> dict[str, list[str]]:
    return {key: _words(value) for key, value in tree.entries.items()} if isinstance(tree, Mapping) else {}


def _words(tree: Tree | None) -> list[str]:
    return [plain(item.text) for item in tree.items if isinstance(item, Scalar)] if isinstance(tree, Sequence) else []
