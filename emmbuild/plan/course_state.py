"""How long the resume data of a course can get: the same shape that player/state.js writes.

`{"v":1,"p":place,"s":"visited screens","a":[[question,response,reopened]…],"b":best,"d":done}`
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from emmbuild.core.nodes import Question

FILL_IN_LIMIT = 100  # characters a learner may write into a fill-in answer
NUMERIC_LIMIT = 20
_WORST = '"'  # JSON writes it as two characters; the player keeps nothing that needs more


def worst_state(screens: Sequence[str], questions: Sequence[tuple[str, Question]]) -> int:
    """Length in characters of the longest state: everything visited, everything answered at greatest length.

    `questions` are pairs of a screen's name and its question.
    """
    answers = [[name, _longest(question), 1] for name, question in questions]
    place = max(screens, key=len, default="")
    state = {"v": 1, "p": place, "s": " ".join(screens), "a": answers, "b": 66.67, "d": 1}
    return len(json.dumps(state, separators=(",", ":"), ensure_ascii=False))


def _longest(question: Question) -> str:
    match question.kind:
        case "single" | "true-false":
            return "a"
        case "multiple" | "ordering":
            return "a" * len(question.options)
        case "matching":
            return "aa" * len(question.pairs)
        case "fill-in":
            return _WORST * FILL_IN_LIMIT
        case _:
            return "0" * NUMERIC_LIMIT
