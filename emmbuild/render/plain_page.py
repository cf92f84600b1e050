"""A page of tables to read in any browser: one file, nothing fetched, right to left where the language is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from emmbuild.core.edition import Language
from emmbuild.render.xml import attr, esc

_STYLE = (
    "body{font:16px/1.5 Carlito,Calibri,'Noto Sans',sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem}"
    "h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem}table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid #9aa5ab;padding:.35rem .6rem;text-align:start;vertical-align:top}th{background:#e7ecef}"
    "td.bad{background:#fbe3df}p.note{color:#444}@media print{body{margin:0;max-width:none}}"
)


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, words under it, and a table; cells whose words are `bad` are coloured (and say so in words)."""

    title: str
    header: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    note: str = ""
    bad: str = ""
    picture: str = ""


def page(title: str, language: Language, blocks: Sequence[Block]) -> bytes:
    """`Block.picture` is markup of ours (an SVG drawing); everything else is words."""
    body = "".join(_block(block) for block in blocks)
    return (
        f'<!DOCTYPE html>\n<html lang="{attr(language.tag)}" dir="{language.direction}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{esc(title)}</title><style>{_STYLE}</style></head><body><main><h1>{esc(title)}</h1>{body}</main></body></html>\n"
    ).encode()


def _block(block: Block) -> str:
    made = f"<h2>{esc(block.title)}</h2>" if block.title else ""
    if block.note:
        made += f'<p class="note">{esc(block.note)}</p>'
    made += block.picture
    if not block.header:
        return made
    head = "".join(f'<th scope="col">{esc(cell)}</th>' for cell in block.header)
    rows = "".join(f"<tr>{''.join(_cell(cell, block.bad) for cell in row)}</tr>" for row in block.rows)
    return f"{made}<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cell(words: str, bad: str) -> str:
    mark = ' class="bad"' if bad and words == bad else ""
    return f"<td{mark}>{esc(words)}</td>"
