"""Our workbooks against python-docx scripts, docxtpl and pandoc, on the same words in one run.

    .venv/bin/python bench/paper.py [--rounds N] [--sections 2.6,1.1|all] [--langs en,ar] [--audience facilitator]
        [--pandoc PATH] [--json]

Each round makes every document once with each, in turn, so that a busy machine slows all of them alike; ratios are medians
of the rounds. Ours starts from a section read and translated, and plans and writes ("plan ready": only writes). The others
get the finished plan for nothing: python-docx as lists of words, docxtpl the same with a template, pandoc as Markdown on
standard input.

- "python-docx" is the script of an afternoon;
- "python-docx, tuned" is the same with its one hot spot mended, the search for a style's id at each paragraph;
- "python-docx, elements" uses nothing of it but its template, its XML elements and its zip;
- docxtpl is measured where Python finds it (no dependency of ours: `pip install --target DIR docxtpl`, `PYTHONPATH=DIR`).

The documents hold the same headings, paragraphs, lists, tables and lines to write on; theirs have no right-to-left, no
drawings, no footnotes, no index, no fields but what pandoc makes itself.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from emmbuild import making, pipeline
from emmbuild.core.edition import Edition
from emmbuild.plan.document import plan
from emmbuild.plan.document.model import Grid, Head, Illustration, Indexed, Lines, Listing, Panel, Para, Piece, Quotation
from emmbuild.render.word import word_file

ROOT = Path(__file__).parent.parent
Line = tuple[str, str]  # a style of Word's own and its words
Block = Line | list[list[str]]  # a table is rows of words


def blocks_of(pieces: tuple[Piece, ...]) -> Iterator[Block]:
    """The words of a plan as a script would hold them."""
    for piece in pieces:
        match piece:
            case Head(level=level, text=text):
                yield f"Heading {level}", text.plain
            case Para(text=text, label=label, rest=rest):
                yield "Normal", " ".join(filter(None, (label.plain, text.plain, rest.plain)))
            case Listing(entries=entries, ordered=ordered):
                for entry in entries:
                    yield "List Number" if ordered else "List Bullet", entry.text.plain
                    yield from blocks_of(entry.pieces)
            case Grid(header=header, rows=rows):
                yield [[cell.plain for cell in row] for row in (header, *rows)]
            case Panel(title=title, pieces=inner):
                if title:
                    yield "Heading 4", title.plain
                yield from blocks_of(inner)
            case Quotation(pieces=inner):
                yield from blocks_of(inner)
            case Lines(count=count, label=label):
                yield from [("Normal", label.plain), *(("Normal", "_" * 80) for _ in range(count))]
            case Illustration(caption=caption):
                yield "Caption", caption.text.plain if caption else ""
            case Indexed(term=term):
                yield "Normal", term.plain


def naive(blocks: list[Block]) -> bytes:
    """What a programmer writes in an afternoon."""
    from docx import Document

    made = Document()
    for block in blocks:
        if isinstance(block, tuple):
            made.add_paragraph(block[1], style=block[0])
            continue
        table = made.add_table(rows=0, cols=len(block[0]), style="Table Grid")
        for row in block:
            cells = table.add_row().cells
            for cell, words in zip(cells, row, strict=False):
                cell.text = words
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def tuned(blocks: list[Block]) -> bytes:
    """The same, with the ids of styles looked up once a document."""
    from docx.styles.styles import Styles

    slow = Styles.get_style_id
    known: dict[object, object] = {}

    def quick(self: Styles, style: object, kind: object) -> object:
        if (style, kind) not in known:
            known[style, kind] = slow(self, style, kind)
        return known[style, kind]

    Styles.get_style_id = quick
    try:
        return naive(blocks)
    finally:
        Styles.get_style_id = slow


def elements(blocks: list[Block]) -> bytes:
    """python-docx without its objects: XML elements put into the body of its template."""
    from docx import Document
    from docx.oxml import OxmlElement

    made = Document()
    ids = {style.name: style.style_id for style in made.styles}
    body = made.element.body
    last = body[-1]

    def paragraph(style: str, words: str) -> object:
        p, properties, named = OxmlElement("w:p"), OxmlElement("w:pPr"), OxmlElement("w:pStyle")
        named.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val", ids[style])
        properties.append(named)
        run, text = OxmlElement("w:r"), OxmlElement("w:t")
        text.text = words
        run.append(text)
        p.append(properties)
        p.append(run)
        return p

    for block in blocks:
        if isinstance(block, tuple):
            last.addprevious(paragraph(*block))
            continue
        table, properties, grid = OxmlElement("w:tbl"), OxmlElement("w:tblPr"), OxmlElement("w:tblGrid")
        for _ in block[0]:
            grid.append(OxmlElement("w:gridCol"))
        table.append(properties)
        table.append(grid)
        for row in block:
            line = OxmlElement("w:tr")
            for words in row:
                cell = OxmlElement("w:tc")
                cell.append(paragraph("Normal", words))
                line.append(cell)
            table.append(line)
        last.addprevious(table)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


STYLES = ("Normal", "Caption", "List Bullet", "List Number", *(f"Heading {level}" for level in range(1, 6)))


def template() -> bytes:
    """A template of docxtpl: one paragraph for each style and one table, in a loop over the blocks."""
    from docx import Document

    made = Document()

    def say(words: str, style: str = "Normal") -> None:
        made.add_paragraph(words, style=style)

    say("{%p for block in blocks %}")
    for place, style in enumerate(STYLES):
        say(f'{{%p {"elif" if place else "if"} block[0] == "{style}" %}}')
        say("{{ block[1] }}", style)
    say("{%p else %}")
    table = made.add_table(rows=3, cols=3, style="Table Grid")
    table.cell(0, 0).text = "{%tr for row in block %}"
    for column, words in enumerate(("{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}")):
        table.cell(1, column).text = words
    table.cell(2, 0).text = "{%tr endfor %}"
    say("{%p endif %}")
    say("{%p endfor %}")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def templated(ready: bytes, blocks: list[Block]) -> bytes:
    from docxtpl import DocxTemplate

    made = DocxTemplate(io.BytesIO(ready))
    made.render({"blocks": blocks}, autoescape=True)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def markdown(blocks: list[Block]) -> str:
    def line(block: Block) -> str:
        if isinstance(block, list):
            head, *rows = (f"| {' | '.join(row)} |" for row in block)
            return "\n".join((head, "|" + "---|" * len(block[0]), *rows))
        style, words = block
        if style.startswith("Heading"):
            return f"{'#' * int(style[-1])} {words}"
        return {"List Bullet": "- ", "List Number": "1. "}.get(style, "") + words

    return "\n\n".join(line(block) for block in blocks) + "\n"


def pandoc(program: str, words: str) -> bytes:
    return subprocess.run(
        [program, "-f", "markdown", "-t", "docx", "-o", "-"], input=words.encode(), capture_output=True, check=True
    ).stdout


def timed(work: Callable[[], bytes]) -> tuple[float, int]:
    """CPU seconds, of programs that it starts too, and the size of what came out."""

    def used() -> float:
        return sum(
            r.ru_utime + r.ru_stime for r in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        )

    before = used()
    data = work()
    return used() - before, len(data)


def main() -> None:
    made_for = pipeline.formats()["docx"].audiences
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sections", default="2.6,1.1,3.12")
    parser.add_argument("--langs", default="en,ar")
    parser.add_argument("--audience", default="participant", choices=made_for)
    parser.add_argument("--pandoc", default=shutil.which("pandoc") or "")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    desk, made = pipeline.Desk(ROOT), pipeline.formats()["docx"]
    names = list(desk.shelf.files) if asked.sections == "all" else asked.sections.split(",")
    editions: list[Edition] = [
        desk.edition_maker(name, code).edition(made, asked.audience) for name in names for code in asked.langs.split(",")
    ]
    documents = [plan(edition) for edition in editions]
    plans = [list(blocks_of(document.pieces)) for document in documents]
    texts = [markdown(blocks) for blocks in plans]
    works: dict[str, Callable[[int], bytes]] = {
        "emmbuild": lambda place: making.written(made, editions[place]).data,
        "emmbuild, plan ready": lambda place: word_file(documents[place], editions[place]).data,
        "python-docx": lambda place: naive(plans[place]),
        "python-docx, tuned": lambda place: tuned(plans[place]),
        "python-docx, elements": lambda place: elements(plans[place]),
    }
    if find_spec("docxtpl"):
        ready = template()
        works["docxtpl"] = lambda place: templated(ready, plans[place])
    if asked.pandoc:
        works["pandoc"] = lambda place: pandoc(asked.pandoc, texts[place])
    for work in works.values():  # once before the clock runs: imports, templates
        work(0)
    rounds: dict[str, list[float]] = {name: [] for name in works}
    sizes: dict[str, int] = {}
    for _ in range(asked.rounds):
        for name, work in works.items():
            spent = [timed(lambda place=place, work=work: work(place)) for place in range(len(editions))]
            rounds[name].append(sum(seconds for seconds, _ in spent))
            sizes[name] = sum(size for _, size in spent)

    def ratios(ours: str) -> dict[str, float]:
        return {
            name: round(statistics.median(other / own for other, own in zip(found, rounds[ours], strict=True)), 1)
            for name, found in rounds.items()
        }

    words = sum(len(text.split()) for text in texts)
    result = {
        "documents": len(editions),
        "words": words,
        "ms": {name: round(1000 * statistics.median(found) / len(editions), 2) for name, found in rounds.items()},
        "ratio": ratios("emmbuild"),
        "ratio, plan ready": ratios("emmbuild, plan ready"),
        "bytes": {name: size // len(editions) for name, size in sizes.items()},
        "load": round(os.getloadavg()[0], 1),
    }
    if asked.json:
        json.dump(result, sys.stdout, indent=1)
        return
    print(f"{result['documents']} documents, {words:,} words; CPU for each, medians of {asked.rounds} rounds")
    print(f"{'':22} {'':12} {'to ours':>9} {'plan ready':>11}")
    for name in works:
        times = f"{result['ratio'][name]:7.1f} x {result['ratio, plan ready'][name]:9.1f} x"
        print(f"{name:22} {result['ms'][name]:9.2f} ms {times}  {result['bytes'][name]:9,} bytes")


if __name__ == "__main__":
    started = time.time()
    main()
    print(f"({time.time() - started:.0f} s)", file=sys.stderr)
