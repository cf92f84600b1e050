"""Our decks against a plain python-pptx script and against pandoc, on the same slides in one run.

    .venv/bin/python bench/decks.py [--rounds N] [--langs en,ar] [--pandoc PATH] [--one] [--json]

Each round makes every deck once with each, in turn, so that a busy machine slows all of them alike; ratios are
medians of the rounds. Ours starts from a section read and translated, and plans, measures and writes. The others get
the finished plan for nothing: python-pptx as lists of words, pandoc as Markdown on standard input.
The decks hold the same titles, paragraphs with their levels and bold words, tables, charts (pandoc: as tables) and notes;
theirs have no right-to-left, no fit, no drawings, and plain notes.
"""

from __future__ import annotations

import argparse
import io
import json
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from emmbuild import making, pipeline
from emmbuild.core.edition import Edition
from emmbuild.plan import measure
from emmbuild.plan.deck import Chart, Deck, plan_deck
from emmbuild.plan.deck.book import Book, Chapter, Lesson
from emmbuild.plan.deck.build import plan_lesson
from emmbuild.writers.pptx.bound import forget
from emmbuild.writers.pptx.template import template_of

ROOT = Path(__file__).parent.parent
Lines = list[tuple[int, list[tuple[str, bool]]]]  # level, then words and whether they are bold
Slide = tuple[str, Lines, list[list[str]], Chart | None, str]


def words_of(deck: Deck) -> list[Slide]:
    """Title, paragraphs, table, chart and notes of every slide."""
    found: list[Slide] = []
    for slide in deck.slides:
        paras = [para for name, filled in slide.slots.items() if name != "title" for para in filled.paras]
        lines = [(para.level, [(run.text, run.bold) for run in para.runs]) for para in paras]
        rows = [[cell.plain for cell in row] for row in (slide.grid.header, *slide.grid.rows)] if slide.grid else []
        found.append((slide.title, lines, rows, slide.chart, "\n".join(para.plain for para in slide.notes)))
    return found


def naive(slides: list[Slide]) -> bytes:
    """What a programmer writes in an afternoon."""
    from pptx import Presentation
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Inches

    kinds = {"bar": XL_CHART_TYPE.COLUMN_CLUSTERED, "line": XL_CHART_TYPE.LINE_MARKERS, "pie": XL_CHART_TYPE.PIE}
    deck = Presentation()
    for title, paras, rows, chart, notes in slides:
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = title
        frame = slide.placeholders[1].text_frame
        for place, (level, words) in enumerate(paras):
            para = frame.paragraphs[0] if not place else frame.add_paragraph()
            para.level = level
            for text, bold in words:
                run = para.add_run()
                run.text = text
                if bold:
                    run.font.bold = True
        if chart:
            data = CategoryChartData()
            data.categories = [name.plain for name in chart.names]
            for name, values in chart.series:
                data.add_series(name.plain, values)
            slide.shapes.add_chart(kinds[chart.kind], Inches(1), Inches(2), Inches(8), Inches(5), data)
        if rows:
            shape = slide.shapes.add_table(len(rows), len(rows[0]), Inches(1), Inches(2), Inches(8), Inches(4))
            for y, row in enumerate(rows):
                for x, words in enumerate(row):
                    shape.table.cell(y, x).text = words
        if notes:
            slide.notes_slide.notes_text_frame.text = notes
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def markdown(slides: list[Slide]) -> str:
    made = []
    for title, paras, rows, chart, notes in slides:
        made.append(f"## {_escaped(title)}\n")
        for level, words in paras:
            made.append("    " * level + "- " + "".join(_strong(text) if bold else _escaped(text) for text, bold in words))
        if chart:
            values = [
                [name.plain, *(str(column[row]) for _, column in chart.series)] for row, name in enumerate(chart.names)
            ]
            rows = [[chart.corner.plain, *(name.plain for name, _ in chart.series)], *values]
        if rows:
            made.append("\n| " + " | ".join(map(_escaped, rows[0])) + " |\n|" + "---|" * len(rows[0]))
            made += ["| " + " | ".join(map(_escaped, row)) + " |" for row in rows[1:]]
        made.append("\n::: notes\n" + "\n\n".join(_escaped(line) for line in notes.split("\n")) + "\n:::\n")
    return "\n".join(made)


def _strong(words: str) -> str:
    bare = words.strip()
    return words.replace(bare, f"**{_escaped(bare)}**") if bare else words


def _escaped(words: str) -> str:
    return "".join(f"\\{char}" if char in "\\`*_{}[]<>#|$^~@" else char for char in words.replace("\n", " "))


def pandoc(program: str, text: str) -> bytes:
    command = [program, "-f", "markdown", "-t", "pptx", "-o", "-"]
    return subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout


def spent(make: Callable[[], object], who: int = resource.RUSAGE_SELF) -> float:
    """CPU seconds of one call; of child processes with RUSAGE_CHILDREN."""
    before = resource.getrusage(who)
    make()
    after = resource.getrusage(who)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def write(edition: Edition) -> bytes:
    return making.written(pipeline.formats()["pptx"], edition).data


def editions(langs: list[str]) -> list[Edition]:
    desk, made = pipeline.Desk(ROOT), pipeline.formats()["pptx"]
    return [
        desk.edition_maker(section, code).edition(made, "facilitator") for section in desk.shelf.written for code in langs
    ]


def measured(langs: list[str], rounds: int, program: str) -> dict[str, object]:
    """CPU milliseconds a deck for each, ratios, and sizes."""
    made = editions(langs)
    slides = [words_of(plan_deck(edition, template_of(edition).stage)) for edition in made]
    texts = [markdown(one) for one in slides]
    times: dict[str, list[float]] = {"emmbuild": [], "python-pptx": [], "pandoc": []}
    count, start = len(made), time.perf_counter()
    for _ in range(rounds + 1):  # the first round warms up all of them and does not count
        measure.forget()  # words met before must be measured again
        times["emmbuild"].append(spent(lambda: [write(edition) for edition in made]) / count)
        times["python-pptx"].append(spent(lambda: [naive(one) for one in slides]) / count)
        if program:
            cpu = spent(lambda: [pandoc(program, text) for text in texts], resource.RUSAGE_CHILDREN)
            times["pandoc"].append(cpu / count)
    first = times["emmbuild"][0]
    kept = {name: values[1:] for name, values in times.items() if values}
    ratios = {
        name: statistics.median(other / own for other, own in zip(values, kept["emmbuild"], strict=True))
        for name, values in kept.items()
        if name != "emmbuild"
    }
    return {
        "decks": count,
        "slides": sum(map(len, slides)),
        "ms": {name: 1000 * statistics.median(values) for name, values in kept.items()},
        "first ms": 1000 * first,
        "ratios": ratios,
        "bytes": {"emmbuild": len(write(made[0])), "python-pptx": len(naive(slides[0]))},
        "seconds": time.perf_counter() - start,
    }


def one_deck(lang: str, program: str) -> dict[str, float]:
    """CPU milliseconds of one deck of all sections: ours from nothing and from pages that are kept, and the others'."""
    made = editions([lang])
    chapters = tuple(Chapter(edition.section.front.title.plain, (Lesson(edition),)) for edition in made)
    book = Book(made[0].library.title, made[0], chapters)
    forget()
    measure.forget()
    found = {"from nothing": spent(lambda: making.bound(book))}
    found["kept pages"] = statistics.median(spent(lambda: making.bound(book)) for _ in range(5))
    slides = [
        one for edition in made for one in words_of(plan_lesson(edition, template_of(edition).stage)) if one[1] or one[2]
    ]
    found["python-pptx"] = spent(lambda: naive(slides))
    if program:
        found["pandoc"] = spent(lambda: pandoc(program, markdown(slides)), resource.RUSAGE_CHILDREN)
    return {name: 1000 * seconds for name, seconds in found.items()} | {"slides": len(slides)}


def peaks(langs: list[str], program: str) -> dict[str, float]:
    """Peak MiB of a process of its own that makes all decks; pandoc's, the largest deck's."""
    found = {}
    for who in ("emmbuild", "python-pptx"):
        command = [sys.executable, __file__, "--only", who, "--langs", ",".join(langs)]
        env = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=env)
        found[who] = float(done.stdout)
    if program:
        edition = editions(langs[:1])[0]
        pandoc(program, markdown(words_of(plan_deck(edition, template_of(edition).stage))))
        found["pandoc"] = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return found


def _alone(who: str, langs: list[str]) -> None:
    made = editions(langs)
    for edition in made:
        if who == "emmbuild":
            write(edition)
        else:
            naive(words_of(plan_deck(edition, template_of(edition).stage)))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--langs", default="en,fr,ar,ko")
    parser.add_argument("--pandoc", default=shutil.which("pandoc") or "")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--one", action="store_true", help="one deck of all sections instead, in the first language")
    parser.add_argument("--only", choices=("emmbuild", "python-pptx"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    langs = given.langs.split(",")
    if given.one:
        for name, value in one_deck(langs[0], given.pandoc).items():
            print(f"  {name:12} {value:9.0f}{'' if name == 'slides' else ' ms'}")
        return
    if given.only:
        _alone(given.only, langs)
        return
    found = measured(langs, given.rounds, given.pandoc) | {"peak MiB": peaks(langs, given.pandoc)}
    if given.json:
        print(json.dumps(found, indent=1))
        return
    print(f"{found['decks']} decks, {found['slides']} slides; medians of {given.rounds} rounds, CPU")
    for name, value in found["ms"].items():  # type: ignore[attr-defined]
        ratio, peak = found["ratios"].get(name), found["peak MiB"].get(name)  # type: ignore[attr-defined]
        times = f"{ratio:5.1f} x ours" if ratio else "            "
        print(f"  {name:12} {value:7.1f} ms a deck  {times}  peak {peak:.0f} MiB")
    if not given.pandoc:
        print("  pandoc       not found: give it with --pandoc PATH")


if __name__ == "__main__":
    main()
