"""The order of words in a language: for an index, a glossary, a list of participants. Pure.

Letters count first, then accents, then capitals; spaces come before letters and numbers count by their value.
The letters of the language's own script stand before those of others.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

Key = tuple[tuple[tuple[int, int], ...], str, str]
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "ı": "i"})
_HANGUL_INITIALS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"  # by leading letter; doubled ones stand under the plain one
_SPACE, _NUMBER, _ALPHABET, _OWN, _FOREIGN = range(5)


@dataclass(frozen=True, slots=True)
class Sorting:
    """`alphabet` names letters in their order where it is not that of Unicode; a pair of letters counts as one ("dž").
    `script` starts the Unicode names of the language's letters ("ARABIC"). `skip` are articles that do not count at the
    start, `same` letters that count as others ("ي=ی")."""

    alphabet: tuple[str, ...] = ()
    script: str = "LATIN"
    skip: tuple[str, ...] = ()
    same: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def key(sorting: Sorting, text: str) -> Key:
    """What to sort texts by."""
    plain = _plain(sorting, text)
    found = [weight for weight, _ in _letters(sorting, plain)]
    while found and found[0] == (_SPACE, 0):  # an opening quotation mark
        del found[0]
    return tuple(found), plain, text.swapcase()  # small letters first


@lru_cache(maxsize=4096)
def initial(sorting: Sorting, text: str) -> str:
    """The letter under which a text stands in an index, as a capital; "" for a number or a sign."""
    for (kind, _), letter in _letters(sorting, _plain(sorting, text)):
        if kind == _NUMBER:
            return ""
        if kind != _SPACE:
            place = ord(letter[0]) - 0x1100
            return _HANGUL_INITIALS[place] if 0 <= place < len(_HANGUL_INITIALS) else letter.capitalize()
    return ""


def _plain(sorting: Sorting, text: str) -> str:
    folded = unicodedata.normalize("NFC", text).casefold().translate(_LIGATURES)
    folded = "".join(c for c in folded if c != "ـ" and unicodedata.category(c) != "Cf")
    bare = next((folded[len(word) :] for word in sorting.skip if folded.startswith(word)), folded)
    return bare if len(bare) > 1 else folded


def _letters(sorting: Sorting, plain: str) -> list[tuple[tuple[int, int], str]]:
    """The text in letters, each with its weight. Marks on letters have none."""
    places, same = _places(sorting.alphabet), _same(sorting.same)
    found: list[tuple[tuple[int, int], str]] = []
    at = 0
    while at < len(plain):
        letter = plain[at : at + 2] if plain[at : at + 2] in places else plain[at]
        at += len(letter)
        letter = same.get(letter, letter)
        if letter in places:
            found.append(((_ALPHABET, places[letter]), letter))
        elif letter.isdecimal():
            number = int(letter)
            while at < len(plain) and plain[at].isdecimal():
                number, at = number * 10 + int(plain[at]), at + 1
            found.append(((_NUMBER, number), letter))
        elif letter.isalpha():
            bases = [same.get(base, base) for base in unicodedata.normalize("NFD", letter)]
            found += [_weighed(sorting, places, base) for base in bases if not unicodedata.combining(base)]
        elif (not found or found[-1][0] != (_SPACE, 0)) and not unicodedata.combining(letter):
            found.append(((_SPACE, 0), letter))
    return found


def _weighed(sorting: Sorting, places: dict[str, int], letter: str) -> tuple[tuple[int, int], str]:
    if letter in places:
        return (_ALPHABET, places[letter]), letter
    own = unicodedata.name(letter, "").startswith(sorting.script)
    return (_OWN if own else _FOREIGN, ord(letter)), letter


@cache
def _places(alphabet: tuple[str, ...]) -> dict[str, int]:
    return {letter: place for place, letter in enumerate(alphabet)}


@cache
def _same(pairs: tuple[str, ...]) -> dict[str, str]:
    return {pair[0]: pair[2] for pair in pairs}
