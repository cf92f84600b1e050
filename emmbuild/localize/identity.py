"""Stable ids for texts that their author did not name.

The committed POT of a folder is the registry of ids. New texts are aligned with it: equal texts in
order first, then moved ones, then edited ones; what is left gets an id made from its words, so the
same sources give the same ids with or without a registry.
"""

from __future__ import annotations

import re
from base64 import b32encode
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256
from math import log

from emmbuild.core.text import Text

EDITED, MOVED_AND_EDITED = 0.5, 0.75
ALONE, REWRITTEN, MOVED_AND_REWRITTEN = (
    0.2,
    0.24,
    0.45,
)  # shared words, rare ones counting more: two unlike texts reach 0.15
_WORD = re.compile(r"\w+")
_SHORT = 30  # characters
_LARGE_GAP = 4000


@dataclass(frozen=True, slots=True)
class Known:
    """An entry of the registry."""

    id: str
    source: str


def translatable(text: Text) -> bool:
    """Whether there is anything to translate: words that are not mere data."""
    return not text.literal and any(character.isalpha() for character in text.source)


def assign(texts: Sequence[Text], registry: Iterable[Known], prefix: str) -> list[str]:
    """An id for each text, in order. Texts that have an id keep it."""
    explicit = {text.id for text in texts if text.id}
    old = [known for known in registry if known.id not in explicit]
    new = [place for place, text in enumerate(texts) if not text.id]
    pairs = align([known.source for known in old], [texts[place].source for place in new])
    ids = {new[b]: old[a].id for a, b in pairs.items()}
    taken = explicit | set(ids.values()) | {known.id for known in old}
    for place in new:
        if place not in ids:
            ids[place] = _mint(texts[place].source, prefix, taken)
            taken.add(ids[place])
    return [text.id or ids[place] for place, text in enumerate(texts)]


def _mint(source: str, prefix: str, taken: set[str]) -> str:
    turn = 0
    while True:
        digest = sha256(f"{prefix}\0{source}\0{turn}".encode()).digest()
        name = f"{prefix}{b32encode(digest).decode().lower()[:4]}"
        if name not in taken:
            return name
        turn += 1


def align(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Place in `old` → place in `new` for what is the same text, possibly moved or edited."""
    pairs: dict[int, int] = {}
    gaps: list[tuple[range, range]] = []
    for tag, a0, a1, b0, b1 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs.update(zip(range(a0, a1), range(b0, b1), strict=True))
        else:
            gaps.append((range(a0, a1), range(b0, b1)))
    free_old = {a for gap, _ in gaps for a in gap}
    free_new = {b for _, gap in gaps for b in gap}

    def settle(found: Iterable[tuple[int, int]]) -> None:
        for a, b in found:
            pairs[a] = b
            free_old.discard(a)
            free_new.discard(b)

    settle(_moved(old, new, sorted(free_old), sorted(free_new)))
    weigh = _rarity([old[a] for a in sorted(free_old)] + [new[b] for b in sorted(free_new)])
    for left, right in gaps:
        rows, columns = [a for a in left if a in free_old], [b for b in right if b in free_new]
        if rows and columns and len(rows) * len(columns) <= _LARGE_GAP:
            settle(_edited_in_place(old, new, rows, columns, weigh))
    if free_old and free_new:
        settle(_edited_elsewhere(old, new, sorted(free_old), sorted(free_new), weigh))
    return pairs


def _moved(old: Sequence[str], new: Sequence[str], rows: list[int], columns: list[int]) -> list[tuple[int, int]]:
    places: dict[str, list[int]] = {}
    for b in reversed(columns):
        places.setdefault(new[b], []).append(b)
    return [(a, places[old[a]].pop()) for a in rows if places.get(old[a])]


def likeness(one: str, other: str) -> float:
    """How alike two texts are, 0 to 1: by words, and short ones by letters too."""
    by_words = _ratio(one.split(), other.split())
    return max(by_words, _ratio(one, other)) if min(len(one), len(other)) < _SHORT else by_words


def _ratio(one: Sequence[str], other: Sequence[str]) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= EDITED and matcher.quick_ratio() >= EDITED else 0.0


Weigh = Callable[[str, str], float]


def _rarity(texts: Sequence[str]) -> Weigh:
    """How much two texts share, 0 to 1, a word counting by its rarity among `texts`: "the" and "of" prove nothing."""
    bags = {text: Counter(_WORD.findall(text.casefold())) for text in texts}
    seen = Counter(word for text in texts for word in bags[text])
    rare = {word: log((len(texts) + 2) / count) for word, count in seen.items()}
    weight = {text: sum(rare[word] * count for word, count in bag.items()) for text, bag in bags.items()}

    def weigh(one: str, other: str) -> float:
        shared = sum(rare[word] * count for word, count in (bags[one] & bags[other]).items())
        return 2 * shared / (weight[one] + weight[other] or 1)

    return weigh


def _kinship(one: str, other: str, weigh: Weigh) -> float:
    """Likeness where the texts are alike letter by letter, shared words where one rewrote the other, else 0."""
    shared = weigh(one, other)
    if shared < REWRITTEN:
        found = likeness(one, other)
        return found if found >= EDITED else 0.0
    return max(shared, likeness(one, other))


def _edited_in_place(
    old: Sequence[str], new: Sequence[str], rows: list[int], columns: list[int], weigh: Weigh
) -> list[tuple[int, int]]:
    """The best alignment that keeps the order (dynamic programming over kinship)."""
    if len(rows) == len(columns) == 1:
        alone = weigh(old[rows[0]], new[columns[0]]) >= ALONE
        return [(rows[0], columns[0])] if alone or likeness(old[rows[0]], new[columns[0]]) >= EDITED else []
    alike = [[_kinship(old[a], new[b], weigh) for b in columns] for a in rows]
    score = [[0.0] * (len(columns) + 1) for _ in range(len(rows) + 1)]
    for i in range(len(rows) - 1, -1, -1):
        for j in range(len(columns) - 1, -1, -1):
            take = alike[i][j] + score[i + 1][j + 1] if alike[i][j] else 0.0
            score[i][j] = max(take, score[i + 1][j], score[i][j + 1])
    found, i, j = [], 0, 0
    while i < len(rows) and j < len(columns):
        if alike[i][j] and score[i][j] == alike[i][j] + score[i + 1][j + 1]:
            found.append((rows[i], columns[j]))
            i, j = i + 1, j + 1
        elif score[i][j] == score[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _edited_elsewhere(
    old: Sequence[str], new: Sequence[str], rows: list[int], columns: list[int], weigh: Weigh
) -> list[tuple[int, int]]:
    """Pairs that moved and changed, the likest first."""

    index: dict[str, set[int]] = {}
    for b in columns:
        for word in set(_WORD.findall(new[b].casefold())):
            index.setdefault(word, set()).add(b)
    common = max(20, len(columns) // 10)
    scored = []
    for a in rows:
        words = {word for word in _WORD.findall(old[a].casefold()) if len(index.get(word, ())) <= common}
        for b in set().union(*(index.get(word, ()) for word in words)):
            value = weigh(old[a], new[b])
            if (value >= MOVED_AND_REWRITTEN and len(old[a]) >= _SHORT) or (
                value >= REWRITTEN and likeness(old[a], new[b]) >= MOVED_AND_EDITED
            ):
                scored.append((value, -a, -b))
    scored.sort(reverse=True)
    found: list[tuple[int, int]] = []
    used_a: set[int] = set()
    used_b: set[int] = set()
    for _, a, b in scored:
        if -a not in used_a and -b not in used_b:
            found.append((-a, -b))
            used_a.add(-a)
            used_b.add(-b)
    return found
