"""The results in full, as a workbook and as a page to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from emmbuild.artefacts.after import naming, telling
from emmbuild.artefacts.after.report import TARGET
from emmbuild.artefacts.shape import File, Kit
from emmbuild.core.text import Text
from emmbuild.render.plain_page import Block, page
from emmbuild.render.xlsx import Tab, workbook
from emmbuild.workshop.completing import all_objectives
from emmbuild.workshop.results.summary import COUNTED, Summary


def tables(kit: Kit, code: str, found: Summary) -> Iterator[File]:
    words, language = kit.words(code), kit.languages[code]
    blocks = [block for block in _blocks(kit, code, found) if block.rows]
    title = f"{words('report.title')} · {kit.workshop.id}"
    yield File(f"{TARGET}/results.html", page(title, language, blocks), code)
    tabs = [
        Tab(f"{number} {block.title}", block.header, block.rows, language.rtl) for number, block in enumerate(blocks, 1)
    ]
    yield File(f"{TARGET}/results.xlsx", workbook(tabs, title), code)


def _blocks(kit: Kit, code: str, found: Summary) -> Iterator[Block]:
    words = kit.words(code)

    def header(*keys: str) -> tuple[str, ...]:
        return tuple(words(f"report.{key}") for key in keys)

    for name in COUNTED:
        counts = found.people.get(name, {})
        rows = [(naming.value(kit, code, name, value), words.number(count)) for value, count in counts.items()]
        yield Block(words(f"report.{name}"), header(name, "number"), rows)
    present = [(telling.unit(kit, code, unit).plain, words.number(count)) for unit, count in found.present.items()]
    yield Block(words("report.present"), header("unit", "present"), present)
    gains = [(naming.objective(kit, code, gain.name), *telling.gain_cells(words, gain)) for gain in found.gains]
    yield Block(words("report.learned"), header("objective", "before", "after", "gained", "matched"), _plain(gains))
    for name, split in found.groups.items():
        groups = [
            (naming.value(kit, code, name, gain.name), *(cell.plain for cell in telling.gain_cells(words, gain)))
            for gain in split
        ]
        title = f"{words('report.groups')}, {words(f'report.{name}')}"
        yield Block(title, header(name, "before", "after", "gained", "matched"), groups, words("report.groups.note"))
    yield Block(
        words("report.items"),
        header("item", "objective", "n", "difficulty", "discrimination"),
        _plain(telling.item_rows(words, found)),
    )
    known = naming.by_field(tuple(all_objectives(kit.workshop, kit.scene.shelf)))
    sure = [
        (
            naming.objective(kit, code, known.get(one.name, one.name)),
            telling.share(words, one.before, one.before_n),
            telling.share(words, one.after, one.after_n),
        )
        for one in found.sure
    ]
    yield Block(words("report.sure"), header("objective", "before", "after"), _plain(sure), words("report.sure.note"))
    yield from _surveys(kit, code, found)
    yield Block(
        words("report.timings"),
        header("session", "planned", "real", "proposed"),
        _plain(telling.timing_rows(kit, code, found)),
    )


def _surveys(kit: Kit, code: str, found: Summary) -> Iterator[Block]:
    """Every question of every form: choices with their counts, and what was written."""
    words, asked, chosen = kit.words(code), naming.questions(kit, code), naming.choices(kit, code)
    titles = {"final": words("report.thought"), "followup": words("task.follow-up")}
    for survey, opinions in found.opinions.items():
        rows = []
        for one in opinions:
            labels = chosen[survey][one.name]
            counts = " · ".join(f"{labels.get(id, id)}: {words.number(count)}" for id, count in one.counts.items())
            rows.append((*(cell.plain for cell in telling.opinion_row(words, asked[survey][one.name], one)), counts))
        header = (*(words(f"report.{key}") for key in ("statement", "agree", "mean", "n")), words("measure.answer"))
        yield Block(titles.get(survey, survey), header, rows)
    for survey, said in found.words.items():
        rows = [(asked[survey][name].plain, answer) for name, answers in said.items() for answer in answers]
        title = f"{words('report.words')}, {titles.get(survey, survey)}"
        yield Block(title, (words("measure.question"), words("measure.answer")), rows)


def _plain(rows: Sequence[Sequence[Text]]) -> list[tuple[str, ...]]:
    return [tuple(cell.plain.lstrip("\u200e") for cell in row) for row in rows]
