"""The preview of one section in one language: source and translation side by side, with states and what is wrong.

One HTML page without scripts; every text names itself in `data-seg`.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from emmbuild.core.edition import Language
from emmbuild.exchange.parcel import Row
from emmbuild.localize.codes import pieces
from emmbuild.localize.states import State

_STYLE = """body{font:16px/1.45 Carlito,Calibri,"Noto Sans",sans-serif;margin:0 auto;max-width:78rem;
padding:1rem;color:#1b1b1b}
table{border-collapse:collapse;width:100%;table-layout:fixed}td,th{padding:.45rem .6rem;vertical-align:top;text-align:start;
border-block-end:1px solid #ddd}td.where{width:13rem;color:#555;font-size:.8rem}th.where{width:13rem}
.state{display:inline-block;border-radius:.6em;padding:0 .5em;background:#eee;color:#222;font-size:.8rem}
.missing .state{background:#d9d9d9}.stale .state{background:#f3c677}.faulty .state{background:#f2b8b5}
.reviewed .state,.approved .state{background:#b7dfb9}.note{color:#8a1c12;font-size:.85rem;margin-block-start:.3rem}
.over{color:#7a4b00;font-size:.85rem}:lang(ko){word-break:keep-all;overflow-wrap:anywhere}tr:target{background:#fff7d6}
code{font-size:.8rem;background:#eef3f5;padding:0 .2em;white-space:nowrap}"""


def page(
    title: str,
    language: Language,
    source: Language,
    rows: Iterable[Row],
) -> str:
    """The page."""
    found = list(rows)
    counts = {state: sum(row.state is state for row in found) for state in State}
    said = ", ".join(f"{count} {state}" for state, count in counts.items() if count)
    lines = "".join(_row(row, language, source) for row in found)
    return (
        f'<!DOCTYPE html>\n<html lang="en" dir="ltr"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(title)}: '
        f"{escape(language.english_name)}</title>"
        f"<style>{_STYLE}</style></head><body><h1>{escape(title)}</h1><p>{escape(language.english_name)}: {said}</p>"
        f'<table><thead><tr><th class="where" scope="col">Place</th><th scope="col">{escape(source.english_name)}</th>'
        f'<th scope="col" dir="{language.direction}">{escape(language.english_name)}</th></tr></thead>'
        f"<tbody>{lines}</tbody>"
        "</table></body></html>\n"
    )


def _shown(text: str) -> str:
    """The words as a page shows them: bold and italic, a link underlined, codes as they must stay."""
    made = []
    for piece in pieces(text):
        tag = {"bold": "strong", "italic": "em", "link": "u"}.get(piece.style, "")
        if piece.kind == "open":
            made.append(f"<{tag}>")
        elif piece.kind == "close":
            made.append(f"</{tag}>")
        elif piece.kind == "alone":
            made.append(f'<code dir="ltr">{escape(piece.text)}</code>')
        else:
            made.append(escape(piece.text))
    return "".join(made)


def _row(row: Row, language: Language, source: Language) -> str:
    name = escape(row.id, quote=True)
    note = f'<div class="note">{escape(row.note)}</div>' if row.note else ""
    room = '<span class="over" title="too long for a slide">⇥</span> ' if row.too_long else ""
    where = room + "<br>".join((f"<b>{escape(row.id)}</b>", escape(row.context), f'<span class="state">{row.state}</span>'))
    return (
        f'<tr id="{name}" class="{row.state}" data-seg="{name}"><td class="where">{where}</td>'
        f'<td lang="{source.tag}" dir="{source.direction}">{_shown(row.source)}</td>'
        f'<td><div lang="{language.tag}" dir="{language.direction}">{_shown(row.target)}</div>{note}</td></tr>'
    )
