"""How long the resume data of a package can get: the same shape that player/state.js writes.

`2~language~place~part~part…`; a part is `section|best|day|seen screens|answer^answer…`, an answer is the screen's code, a
digit (1: opened again) and the response. Screens have codes of three characters, made from their ids alone, so that a
later build finds what an earlier one wrote.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b

from emmbuild.core.nodes import Question

FILL_IN_LIMIT = 100  # characters a learner may write into a fill-in answer
NUMERIC_LIMIT = 20
CODE = 3
_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BEST, _DAY, _FLAG = len("66.67"), len("zzzz"), 1
_LANGUAGE = len("qps-plocm")


def codes(names: Sequence[str]) -> dict[str, str]:
    """Name → code. Two names that would share a code (one section in seven hundred) are told apart by their order."""
    found: dict[str, str] = {}
    for name in names:
        salt = 0
        while (code := _code(f"{name}{salt or ''}")) in found.values():
            salt += 1
        found[name] = code
    return found


def _code(name: str) -> str:
    number = int.from_bytes(blake2b(name.encode(), digest_size=8).digest())
    signs = []
    for _ in range(CODE):
        number, rest = divmod(number, len(_SIGNS))
        signs.append(_SIGNS[rest])
    return "".join(signs)


def worst_part(key: str, screens: int, questions: Iterable[Question]) -> int:
    """Characters of a section's part at most: everything visited, everything answered at greatest length."""
    answers = [CODE + _FLAG + _longest(question) for question in questions]
    between = max(0, len(answers) - 1)
    return len(key) + _BEST + _DAY + screens * CODE + sum(answers) + between + len("||||")


def worst_state(parts: Iterable[tuple[str, int]]) -> int:
    """Characters of the whole state at most; `parts` are pairs of a section's key and its `worst_part`."""
    known = list(parts)
    place = max((len(key) for key, _ in known), default=0) + len(".") + CODE
    return len("2~~") + _LANGUAGE + place + sum(size + len("~") for _, size in known)


def _longest(question: Question) -> int:
    match question.kind:
        case "single" | "true-false":
            return 1
        case "multiple" | "ordering":
            return len(question.options)
        case "matching":
            return 2 * len(question.pairs)
        case "fill-in":
            return FILL_IN_LIMIT
        case _:
            return NUMERIC_LIMIT
