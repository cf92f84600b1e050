"""Files with results → `Results`: typed from paper, exported from Kobo or ODK, or from Moodle (report "Responses").

What a table holds is told by its name (pre, post, test-a, daily-1, final, follow-up, attendance, runlog); what a column
holds by its header: our names, with or without the groups of a form; labels in any language; "Q1" or "Response 2".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from emmbuild.core.diagnostics import ContentError, Diagnostic, warning
from emmbuild.readers import people_words, tables
from emmbuild.readers.people_words import plain
from emmbuild.readers.tables import Table
from emmbuild.workshop.results.attendance import Attended
from emmbuild.workshop.results.model import ABOUT, Field, Item, Known, Reply, Results, Run, Sitting

ENDINGS = (".csv", ".tsv", ".txt", ".xlsx")
_KIND = re.compile(
    r"(?<![a-z])(?P<kind>attendance|presence|run[-_ ]?log|follow[-_ ]?up|daily[-_ ]?\d+|final|evaluation|needs"
    r"|pre(?:test)?|post(?:test)?|test[-_ ]?[ab])(?![a-z])"
)
_NUMBERED = re.compile(r"(?P<words>\D*?)[\s._-]*(?P<number>\d+)\.?")
_APART = re.compile(r"[\s,;/+|،؛、]+")
_BETWEEN = re.compile(r"[;\n؛]+\s*")
_CLOCK = re.compile(r"(\d{1,2})[:.h](\d{2})")
_CODES = ("code", "participant", "participant code", "id number", "username")


@dataclass(slots=True)
class _Desk:
    """What is expected, and what has been gathered."""

    items: Sequence[Item]
    surveys: Mapping[str, Sequence[Known]]
    units: Sequence[str]
    about: Sequence[Known]
    labels: frozenset[str]
    sittings: list[Sitting] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    attended: dict[str, set[str]] | None = None
    runs: list[Run] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)


def read(
    files: Iterable[tuple[str, bytes]],
    items: Sequence[Item],
    surveys: Mapping[str, Sequence[Known]],
    units: Sequence[str],
    about: Sequence[Known],
    code_labels: frozenset[str],
) -> tuple[Results, tuple[Diagnostic, ...]]:
    """All files together. `about`: what is asked about the person; `code_labels`: what the question for the code is called
    in the languages (plain). What cannot be used is said and left out."""
    desk = _Desk(items, surveys, units, about, code_labels)
    for file, data in files:
        try:
            found = tables.read(file, data)
        except ContentError as problem:
            desk.problems += problem.diagnostics
            continue
        for table in found:
            _table(table, desk)
    attended = None
    if desk.attended is not None:
        attended = tuple(Attended(code, frozenset(there)) for code, there in sorted(desk.attended.items()))
    sittings = sorted(desk.sittings, key=lambda one: (one.moment, one.code, one.form, sorted(one.answers.items())))
    replies = sorted(desk.replies, key=lambda one: (one.survey, sorted(one.answers.items())))
    return Results(tuple(sittings), tuple(replies), attended, tuple(desk.runs)), tuple(desk.problems)


def kind_of(table: Table) -> str:
    """attendance, runlog, pre, post, daily-1, final, followup, needs, or "" where the names do not tell."""
    stem = table.file.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    for name in (table.name.lower(), stem.lower()):
        found = [match["kind"] for match in _KIND.finditer(name)]
        if found:
            word = re.sub(r"[-_ ]", "", found[0]).removesuffix("test")
            fixed = {"presence": "attendance", "evaluation": "final", "testa": "pre", "testb": "post", "": "pre"}
            return fixed.get(word, re.sub(r"daily(\d+)", r"daily-\1", word))
    return ""


def _table(table: Table, desk: _Desk) -> None:
    kind = kind_of(table)
    if kind in ("pre", "post"):
        desk.sittings += _sittings(table, kind, desk)
    elif kind == "attendance":
        _attendance(table, desk)
    elif kind == "runlog":
        desk.runs += _runs(table, desk)
    elif kind in desk.surveys:
        desk.replies += _replies(table, kind, desk)
    elif kind != "needs" and table.name != "how" and table.rows:
        name = f"{table.file} ({table.name})" if table.name else table.file
        hint = "call it pre, post, daily-1, final, followup, attendance or runlog"
        desk.problems.append(warning("RES101", f"{name}: it is not clear what this holds", hint=hint))


def _header(cell: str) -> str:
    """ "part_items/q_2_6_TA1" → "q_2_6_ta1", "2.6.TA1" → the same."""
    name = re.sub(r"[^A-Za-z0-9_]+", "_", re.split(r"[/:]", cell.strip())[-1] if "/" in cell else cell.strip()).lower()
    return f"q_{name}" if name[:1].isdigit() else name


def _columns(table: Table, asked: Iterable[Known]) -> dict[str, int]:
    """Question name → column, by our names first, then by labels."""
    names = [_header(cell) for cell in table.header]
    labels = [plain(cell) for cell in table.header]
    found: dict[str, int] = {}
    for known in asked:
        if known.name.lower() in names:
            found[known.name] = names.index(known.name.lower())
        else:
            place = next((n for n, label in enumerate(labels) if label and label in known.labels), -1)
            if place >= 0:
                found[known.name] = place
    return found


def _cell(row: Sequence[str], place: int) -> str:
    return row[place].strip() if 0 <= place < len(row) else ""


def _sittings(table: Table, moment: str, desk: _Desk) -> Iterator[Sitting]:
    code, about = _code_column(table, desk), _columns(table, desk.about)
    form_column = next((n for n, cell in enumerate(table.header) if plain(cell) in ("form", "version")), -1)
    usual = "A" if moment == "pre" else "B"
    used = 0
    for row in table.rows:
        form = _cell(row, form_column).upper()[-1:] or _form_of(table) or usual
        items = [item for item in desk.items if item.form == form]
        places, lead = _places(table, items, len(desk.about))
        used = max(used, len(places))
        answers = {one.name: normal(_cell(row, place), one) for one, place in places}
        if any(answers.values()):
            named = {known.name: place for known, place in zip(desk.about, lead[1:], strict=False)}
            own = code if code >= 0 else next(iter(lead), -1)
            yield Sitting(_coded(_cell(row, own)), moment, form, answers, _about(row, {**named, **about}, desk))
    if table.rows and not used:
        hint = "the columns are called by the items (2.6.TA1), Q1, Q2 …, or as Moodle's report “Responses” calls them"
        desk.problems.append(
            warning("RES102", f"{table.file}: no column is a question of the test", table.span(0), hint=hint)
        )


def _form_of(table: Table) -> str:
    match = re.search(r"(?:test|form)[-_ ]?([ab])(?![a-z])", f"{table.name} {table.file}".lower())
    return match[1].upper() if match else ""


def _code_column(table: Table, desk: _Desk) -> int:
    labels = [plain(cell) for cell in table.header]
    names = [_header(cell) for cell in table.header]
    if "code" in names:
        return names.index("code")
    wanted = (*desk.labels, *_CODES)
    return next((n for n, label in enumerate(labels) if label in wanted), -1)


def _coded(code: str) -> str:
    """Codes are compared without blanks and case: people write "le 0742" the second time."""
    bare = re.sub(r"\W+", "", code)
    return bare.lower() if re.fullmatch(r"[pP]\d+", bare) else bare.upper()


def _places(table: Table, items: Sequence[Item], about: int) -> tuple[list[tuple[Field, int]], list[int]]:
    """(field, column) for each field that the table has, and the columns before them where all are but numbered: none, the
    code, or the code and the questions about the person."""
    names = [_header(cell) for cell in table.header]
    fields = [one for item in items for one in item.fields]
    found = [(one, names.index(one.name.lower())) for one in fields if one.name.lower() in names]
    if found:
        return found, []
    run = _numbered(table.header)
    lead = len(run) - len(fields)
    if lead not in (0, 1, 1 + about):
        return [], []
    return list(zip(fields, run[lead:], strict=True)), run[:lead]


def _numbered(header: Sequence[str]) -> list[int]:
    """Columns that are called the same and numbered 1, 2, 3 …: the longest such run."""
    runs: dict[str, list[int]] = {}
    for place, cell in enumerate(header):
        match = _NUMBERED.fullmatch(cell.strip())
        if match and int(match["number"]) == len(runs.get(match["words"], [])) + 1:
            runs.setdefault(match["words"], []).append(place)
    return max(runs.values(), key=len, default=[])


def normal(said: str, one: Field) -> str:
    """The answer as ids, whatever it was given as: an id, a letter of the paper, or the words of the answer."""
    if not said or said == "-":
        return ""
    if one.kind in ("number", "words"):
        return said if one.kind == "number" else plain(said)
    if (whole := one.accepts.get(plain(said))) and len(plain(said)) > 1:
        return whole
    parts = [part for part in _BETWEEN.split(said) if part]
    if any(len(plain(part)) > 1 and plain(part) in one.accepts for part in parts):
        found = [one.accepts.get(plain(part), "?") for part in parts]
    else:
        found = [_letter(part, one) for part in _APART.split(said.strip()) if part]
        if len(found) == 1 and found[0] == "?" and len(said) <= len(one.shown):
            found = [_letter(letter, one) for letter in said]  # "ACD"
    return " ".join(found if one.kind == "rank" else sorted(dict.fromkeys(found)))


def _letter(part: str, one: Field) -> str:
    """An id, or a capital letter that stands on paper."""
    bare = part.strip("().")
    if bare in one.shown:
        return bare
    place = ord(bare) - ord("A") if len(bare) == 1 and "A" <= bare <= "Z" else -1
    return one.shown[place] if 0 <= place < len(one.shown) else one.accepts.get(plain(bare), "?")


def _about(row: Sequence[str], columns: Mapping[str, int], desk: _Desk) -> dict[str, str]:
    words, found = people_words.load(), {}
    for known in desk.about:
        said = _cell(row, columns.get(known.name, -1))
        value = known.choices.get(plain(said), said)
        if known.name == "gender" and value:
            value = words.genders.get(plain(value), value)
        if known.name == "language" and value:
            value = words.languages.get(plain(value), value)
        if value and value != "none":
            found[known.name] = value
    return found


def _replies(table: Table, survey: str, desk: _Desk) -> Iterator[Reply]:
    asked = desk.surveys[survey]
    columns, about = _columns(table, asked), _columns(table, desk.about)
    if table.rows and not columns:
        hint = "the columns are called as in the form, or by their questions"
        desk.problems.append(
            warning("RES102", f"{table.file}: no column is a question of the {survey} form", table.span(0), hint=hint)
        )
    for row in table.rows:
        answers = {}
        for known in asked:
            said = _cell(row, columns.get(known.name, -1))
            if said:
                answers[known.name] = _chosen(said, known)
        answers = {name: value for name, value in answers.items() if value and name not in ABOUT}
        if answers:
            yield Reply(survey, answers, _about(row, about, desk))


def _chosen(said: str, known: Known) -> str:
    if not known.choices:
        return said
    if known.kind == "scale" and (match := re.fullmatch(r"\D*([1-9])(?:\.0)?\D*", said)):
        return match[1]
    if whole := known.choices.get(plain(said)):
        return whole
    parts = (_BETWEEN if known.kind == "many" and ";" in said else _APART).split(said)
    return " ".join(found for part in parts if (found := known.choices.get(plain(part))))


def _attendance(table: Table, desk: _Desk) -> None:
    code = _code_column(table, desk)
    names = [_header(cell) for cell in table.header]
    columns = {unit: names.index(unit) for unit in desk.units if unit in names}
    if code < 0 or not columns:
        hint = f"it needs a column code and the columns {', '.join(desk.units)}"
        desk.problems.append(warning("RES103", f"{table.file}: this attendance list cannot be read", hint=hint))
        return
    desk.attended = desk.attended if desk.attended is not None else {}
    yes = people_words.load().answers
    for row in table.rows:
        if name := _coded(_cell(row, code)):
            there = {unit for unit, place in columns.items() if _there(_cell(row, place), yes)}
            desk.attended.setdefault(name, set()).update(there)


def _there(said: str, yes: Mapping[str, bool]) -> bool:
    return said == "1" or plain(said) in ("x", "p", "present") or yes.get(plain(said), said in ("✓", "✔"))


def _runs(table: Table, desk: _Desk) -> Iterator[Run]:
    """Columns session and minutes, or session, start and end."""
    names = [_header(cell) for cell in table.header]
    places = {name: names.index(name) for name in ("session", "minutes", "start", "end") if name in names}
    for number, row in enumerate(table.rows):
        session = _cell(row, places.get("session", -1))
        start, end = (_clock(_cell(row, places.get(name, -1))) for name in ("start", "end"))
        minutes = _cell(row, places.get("minutes", -1))
        if session and minutes.isdigit():
            yield Run(session, int(minutes))
        elif session and start is not None and end is not None and end > start:
            yield Run(session, end - start)
        elif session:
            hint = "give minutes, or start and end like 09:00 and 09:50"
            desk.problems.append(warning("RES104", f"{table.file}: {session} has no time", table.span(number), hint=hint))


def run_log(file: str, data: bytes) -> tuple[Run, ...]:
    """The sessions of a run log alone; what cannot be read is said by `read`."""
    desk = _Desk((), {}, (), (), frozenset())
    try:
        return tuple(run for table in tables.read(file, data) for run in _runs(table, desk))
    except ContentError:
        return ()


def _clock(said: str) -> int | None:
    match = _CLOCK.search(said)
    return int(match[1]) * 60 + int(match[2]) if match else None
