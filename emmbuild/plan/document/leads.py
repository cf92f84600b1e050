"""What a facilitator's note is made of: what to do, to say, to expect, to beware of, to leave out.

Authors begin such sentences with fixed words (docs/source-format.md); translators use those of `paper.leads_*`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from emmbuild.core.edition import Words
from emmbuild.core.text import Inline, Plain, Strong, Text

# The words of the source format, for notes that are not translated
_SOURCE = ("SAY", "DO", "Expected points", "Expected answers", "Expected", "Pitfalls", "Pitfall")
_SOURCE_SHORT = ("If time is short", "In the short version")
_KEYS = ("say", "do", "leads_expected", "leads_pitfall", "leads_short")


def segments(text: Text, pattern: re.Pattern[str]) -> Iterator[Text]:
    """The note cut before every sentence that begins with such words, which are set as a label."""
    held = list[Inline]()
    for place, inline in enumerate(text.inlines):
        if not isinstance(inline, Plain):
            held.append(inline)
            continue
        end = 0
        for found in pattern.finditer(inline.text):
            start = found.start("lead")
            if start == 0 and place:  # in the middle of a sentence that began with other words
                continue
            if inline.text[end:start].strip():
                held.append(Plain(inline.text[end:start].rstrip()))
            if held:
                yield replace(text, inlines=tuple(held))
            held, end = [Strong((Plain(found["lead"]),))], found.end("lead")
        if inline.text[end:]:
            held.append(Plain(inline.text[end:]))
    if held:
        yield replace(text, inlines=tuple(held))


def marked(text: Text, pattern: re.Pattern[str]) -> Text:
    """The note whole, with the words that it begins with set as a label."""
    first = text.inlines[0] if text.inlines else None
    found = pattern.match(first.text) if isinstance(first, Plain) else None
    if found is None or not isinstance(first, Plain):
        return text
    rest = Plain(first.text[found.end() :])
    return replace(text, inlines=(Strong((Plain(found["lead"]),)), *([rest] if rest.text else []), *text.inlines[1:]))


def leads_of(words: Words) -> re.Pattern[str]:
    """What finds such words in a language."""
    return _pattern("|".join(words(f"paper.{key}") for key in _KEYS))


@lru_cache(maxsize=64)
def _pattern(leads: str) -> re.Pattern[str]:
    """A lead at the start of a sentence, with a word boundary or a particle after it."""
    named = sorted({*leads.split("|"), *_SOURCE, *_SOURCE_SHORT}, key=len, reverse=True)
    return re.compile(rf"(?:^|(?<=[.!?؟؛…»”\"’)])\s+)(?P<lead>{'|'.join(map(re.escape, named))})(?!\w)")
