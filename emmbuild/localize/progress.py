"""How far the translations are: sections × languages × states, in texts and in source words. Pure."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from html import escape

from emmbuild.core.edition import Language
from emmbuild.core.text import Text
from emmbuild.localize.states import State, Unit, state_of


@dataclass(frozen=True, slots=True)
class Progress:
    """One section in one language."""

    section: str
    language: str
    texts: Mapping[State, int] = field(default_factory=dict)
    words: Mapping[State, int] = field(default_factory=dict)

    @property
    def all_words(self) -> int:
        return sum(self.words.values())

    @property
    def shown_words(self) -> int:
        """Words that a reader gets in the language, however good."""
        return self.all_words - self.words.get(State.MISSING, 0)

    def as_dict(self) -> dict[str, object]:
        return {
            "section": self.section,
            "language": self.language,
            "words": self.all_words,
            "translated": self.shown_words,
            "texts": sum(self.texts.values()),
            "missing": self.texts.get(State.MISSING, 0),
            "stale": self.texts.get(State.STALE, 0),
            "states": {
                str(state): {"texts": self.texts.get(state, 0), "words": self.words.get(state, 0)} for state in State
            },
        }


def measured(
    section: str, language: str, texts: Iterable[Text], units: Mapping[str, Unit], faulty: Container[str]
) -> Progress:
    """The progress of a section; `faulty` holds the ids of translations with an error."""
    count: dict[State, int] = {}
    words: dict[State, int] = {}
    for text in texts:
        unit = units.get(text.id)
        state = state_of(unit, text.source, text.id in faulty)
        count[state] = count.get(state, 0) + 1
        words[state] = words.get(state, 0) + len(text.source.split())
    return Progress(section, language, count, words)


_COLOURS = dict(zip(State, ("#d9d9d9", "#c0392b", "#e08e0b", "#9ec5e8", "#5b9bd5", "#6aa84f", "#2e7d32"), strict=True))


def page(rows: Iterable[Progress], languages: Mapping[str, Language]) -> str:
    """The same as one HTML page: a bar for each section and language."""
    found = {(row.section, row.language): row for row in rows}
    sections = list(dict.fromkeys(section for section, _ in found))
    codes = list(dict.fromkeys(code for _, code in found))
    head = "".join(f'<th scope="col">{escape(languages[code].english_name)}</th>' for code in codes)
    lines = "".join(
        f'<tr><th scope="row">{escape(section)}</th>' + "".join(_cell(found[section, code]) for code in codes) + "</tr>"
        for section in sections
    )
    key = "".join(f'<span><i style="background:{colour}"></i>{state}</span> ' for state, colour in _COLOURS.items())
    return (
        '<!DOCTYPE html>\n<html lang="en" dir="ltr"><head><meta charset="utf-8"><title>Translation status</title><style>'
        "body{font:15px/1.4 Carlito,Calibri,sans-serif;margin:2em}table{border-collapse:collapse}"
        "th,td{padding:.3em .7em;text-align:start}td{min-width:9em}"
        ".bar{display:flex;height:.8em;background:#eee}.bar i{display:block}"
        ".key i{display:inline-block;width:.8em;height:.8em;margin-inline:1em .3em}</style></head><body>"
        f'<h1>Translation status, in source words</h1><p class="key">{key}</p>'
        f'<table><thead><tr><th scope="col">Section</th>{head}</tr></thead><tbody>{lines}</tbody></table></body></html>\n'
    )


def _cell(row: Progress) -> str:
    total = max(row.all_words, 1)
    said = ", ".join(f"{state}: {row.words[state]}" for state in State if row.words.get(state))
    bar = "".join(
        f'<i style="width:{100 * row.words[state] / total:.1f}%;background:{_COLOURS[state]}"></i>'
        for state in reversed(State)
        if row.words.get(state)
    )
    share = 100 * row.shown_words // total
    return (
        f'<td title="{said}">{share} % of {row.all_words}<div class="bar" role="img" aria-label="{said}">{bar}</div></td>'
    )
