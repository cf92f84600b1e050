"""Filled worksheets → one table for each worksheet, the groups side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from emmbuild.core.diagnostics import ContentError, Diagnostic, Span, warning
from emmbuild.plan.document.collected import Collection, Line
from emmbuild.plan.document.sheets import DATE_FIELD, GROUP_FIELD, NAMES_FIELD
from emmbuild.readers.filled import Answer, Sheet, read_sheet

_HEAD = (GROUP_FIELD, NAMES_FIELD, DATE_FIELD)


def read_all(files: Iterable[tuple[str, bytes]]) -> tuple[tuple[Sheet, ...], tuple[Diagnostic, ...]]:
    """The sheets that can be read; one that cannot is reported and left out."""
    sheets: list[Sheet] = []
    problems: list[Diagnostic] = []
    for name, data in files:
        try:
            sheets.append(read_sheet(name, data))
        except ContentError as problem:
            problems += problem.diagnostics
    return tuple(sheets), tuple(problems)


def worksheet_of(sheet: Sheet) -> str:
    """ "2.6.W1": what the fields of a sheet begin with."""
    named = next((answer.field for answer in sheet.answers if answer.field not in _HEAD), "")
    before, _, _ = named.partition("/")
    return before.rsplit(".", 1)[0]


def collect(sheets: Sequence[Sheet]) -> tuple[tuple[Collection, ...], tuple[Diagnostic, ...]]:
    """One collection for each worksheet, groups in order of their letters; every answer stands somewhere."""
    found: list[Collection] = []
    problems: list[Diagnostic] = []
    by_worksheet: dict[str, list[Sheet]] = {}
    for sheet in sheets:
        by_worksheet.setdefault(worksheet_of(sheet), []).append(sheet)
    for name in sorted(by_worksheet):
        named, told = _named(by_worksheet[name])
        problems += told
        found.append(_side_by_side(named))
    return tuple(found), tuple(problems)


def _named(sheets: Sequence[Sheet]) -> tuple[list[tuple[str, Sheet]], list[Diagnostic]]:
    """Sheets with the names of their groups: the letter they chose, or else the name of the file."""
    named: list[tuple[str, Sheet]] = []
    problems: list[Diagnostic] = []
    for sheet in sheets:
        group = sheet.answer(GROUP_FIELD) or PurePath(sheet.name).stem
        same = sum(1 for known, _ in named if known == group or known.startswith(f"{group} ("))
        if same:
            problems.append(
                warning(
                    "COL102",
                    f"two sheets say that they are from group {group}",
                    Span(sheet.name),
                    hint="ask which is the newer one; both are kept, side by side",
                )
            )
        named.append((f"{group} ({same + 1})" if same else group, sheet))
    return sorted(named, key=lambda pair: (len(pair[0]) > 1, pair[0])), problems


def _side_by_side(named: Sequence[tuple[str, Sheet]]) -> Collection:
    answers: dict[str, list[str]] = {}
    first: dict[str, Answer] = {}
    for place, (_, sheet) in enumerate(named):
        for answer in sheet.answers:
            first.setdefault(answer.field, answer)
            answers.setdefault(answer.field, [""] * len(named))[place] = answer.text
    lines = tuple(Line(field, first[field].heading, _asked(first[field]), tuple(answers[field])) for field in answers)
    title = next((sheet.title for _, sheet in named if sheet.title), "")
    return Collection(title, tuple(name for name, _ in named), lines)


def _asked(answer: Answer) -> str:
    return " – ".join(part for part in (answer.label, answer.column) if part) or answer.heading
