"""A list of participants (CSV, as spreadsheets write it) → `Participant`s; every slip is reported with its line.

Columns are known by their headers in any language pack, or named in the recipe (`audience.columns`). Other columns are
kept in `values` where the recipe mixes groups by them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from emmbuild.core.diagnostics import Diagnostic, Span, error, warning
from emmbuild.readers import people_words
from emmbuild.readers.people_words import PeopleWords, plain
from emmbuild.readers.spreadsheet_text import Row, decoded, rows
from emmbuild.workshop.model import Participant

KNOWN = (
    "code",
    "name",
    "first_name",
    "last_name",
    "name_local",
    "country",
    "agency",
    "gender",
    "experience",
    "languages",
    "email",
    "step_free",
    "large_print",
)
MOST = 5000
_PARTS = re.compile(r"[,;/|+&\n•·،؛、]|\s(?:and|et|y|und|i|و|및)\s")
_CODE = re.compile(r"[a-z0-9][a-z0-9-]{0,31}")


@dataclass(slots=True)
class _List:
    """A file being read: what is known so far, and what is wrong."""

    file: str
    words: PeopleWords
    columns: dict[str, int] = field(default_factory=dict)
    others: dict[str, int] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)

    def span(self, row: Row) -> Span:
        return Span(self.file, row.line, 1)

    def cell(self, row: Row, name: str) -> str:
        at = self.columns.get(name, -1)
        return row.cells[at] if 0 <= at < len(row.cells) else ""


def read(
    data: bytes,
    file: str,
    columns: Mapping[str, str] | None = None,
    wanted: Collection[str] = (),
    spoken: tuple[str, ...] = (),
) -> tuple[tuple[Participant, ...], tuple[Diagnostic, ...]]:
    """The people of the list in its order, and what is wrong with it.

    `columns`: attribute → header where the file's headers are unusual; `wanted`: attributes that the recipe asks for;
    `spoken`: the languages of everybody where the list has no such column (a workshop in one language).
    """
    found = _List(file, people_words.load())
    table = _table(data, found)
    if not table:
        return (), tuple(found.problems)
    start = _header(table, found, columns or {})
    header = table[start]
    _columns(header, found, columns or {}, wanted)
    if not {"name", "first_name", "last_name"} & found.columns.keys():
        shown = ", ".join(cell for cell in header.cells if cell)
        hint = "call one column name, or tell the recipe: audience: {columns: {name: …}}"
        found.problems.append(
            error("PPL102", f"no column holds the names; there is {shown}", found.span(header), hint=hint)
        )
        return (), tuple(found.problems)
    return tuple(_people(table[start + 1 :], len(header.cells), found, spoken)), tuple(found.problems)


def _table(data: bytes, found: _List) -> tuple[Row, ...]:
    where = Span(found.file, 1, 1)
    hint = "save the list from the spreadsheet as CSV UTF-8"
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        found.problems.append(error("PPL101", "this is a workbook, not a CSV file", where, hint=hint))
        return ()
    text, encoding = decoded(data)
    if not encoding and data:
        found.problems.append(error("PPL101", "the letters of this file cannot be made out", where, hint=hint))
        return ()
    table = rows(text)
    if len(table) < 2:
        found.problems.append(
            error("PPL101", "there is nobody in the list", where, hint="write one line a person below the line of headers")
        )
        return ()
    if len(table) > MOST:
        found.problems.append(
            error("PPL101", f"the list has {len(table)} lines; the limit is {MOST}", where, hint="divide the workshop")
        )
        return ()
    if not encoding.startswith("utf-"):
        message = f"the list is not in UTF-8 but, by its letters, in {encoding}"
        found.problems.append(warning("PPL111", message, where, hint=f"check that the names are right, or {hint}"))
    return table


def _header(table: tuple[Row, ...], found: _List, columns: Mapping[str, str]) -> int:
    """The line of the headers: the one of the first ten with the most known words (titles may stand above it)."""
    given = {plain(header) for header in columns.values()}

    def known(row: Row) -> int:
        return sum(plain(cell) in found.words.headers or plain(cell) in given for cell in row.cells if cell)

    return max(range(min(10, len(table) - 1)), key=lambda at: (known(table[at]), -at))


def _columns(header: Row, found: _List, columns: Mapping[str, str], wanted: Collection[str]) -> None:
    at: dict[str, int] = {}
    for number, cell in enumerate(header.cells):
        if cell and plain(cell) in at:
            hint = "delete one of them or give it another header"
            found.problems.append(error("PPL110", f"two columns are headed {cell!r}", found.span(header), hint=hint))
        at.setdefault(plain(cell), number)
    for attribute, name in columns.items():
        if plain(name) not in at:
            shown = ", ".join(cell for cell in header.cells if cell)
            message = f"the recipe takes {attribute} from the column {name!r}, which the list does not have"
            found.problems.append(error("PPL109", message, found.span(header), hint=f"its columns are: {shown}"))
        elif attribute in KNOWN:
            found.columns[attribute] = at[plain(name)]
        else:
            found.others[attribute] = at[plain(name)]
    taken = {*found.columns.values(), *found.others.values()}
    unknown = []
    for number, cell in enumerate(header.cells):
        if not cell or number in taken:
            continue
        if (meaning := found.words.headers.get(plain(cell))) and meaning not in found.columns:
            found.columns[meaning] = number
        elif (name := plain(cell).replace(" ", "_")) in wanted:
            found.others[name] = number
        else:
            unknown.append(cell)
    for cell in unknown:
        _unused(cell, header, found)


def _unused(cell: str, header: Row, found: _List) -> None:
    """A column that nobody uses; worth a word where its header looks misspelt."""
    meaning = found.words.headers.get(plain(cell))
    if meaning:
        message = f"the column {cell!r} is not used: another one holds {meaning}"
        hint = f"name the right one in the recipe: audience: {{columns: {{{meaning}: …}}}}"
        found.problems.append(warning("PPL108", message, found.span(header), hint=hint))
        return
    near = get_close_matches(plain(cell), [word for word in found.words.headers if len(word) > 3], 1, 0.85)
    if near and (meaning := found.words.headers[near[0]]) not in found.columns:
        message = f"the column {cell!r} is not used"
        found.problems.append(
            warning("PPL108", message, found.span(header), hint=f"did you mean {near[0]!r}? Then head it {meaning}")
        )


def _people(table: tuple[Row, ...], width: int, found: _List, spoken: tuple[str, ...]) -> Iterator[Participant]:
    codes: dict[str, int] = {}
    persons: dict[tuple[str, ...], int] = {}
    given = {found.cell(row, "code").casefold() for row in table}
    fresh = (f"p{number:03}" for number in range(1, 10 * MOST) if f"p{number:03}" not in given)
    for row in table:
        name = found.cell(row, "name") or " ".join(
            part for part in (found.cell(row, "first_name"), found.cell(row, "last_name")) if part
        )
        if len(row.cells) > width and any(row.cells[width:]):
            message = f"this line has {len(row.cells)} cells, the line of headers {width}"
            found.problems.append(
                error(
                    "PPL112", message, found.span(row), hint='put text with commas into quotation marks: "Police, Border"'
                )
            )
            continue
        if not name:
            hint = "write the name, or delete the line"
            found.problems.append(error("PPL103", "this line has no name", found.span(row), hint=hint))
            continue
        if "\ufffd" in name or re.fullmatch(r"[?\s]*\?\?[?\s]*", name):
            hint = "save the list again as CSV UTF-8; the letters are lost in this file"
            found.problems.append(error("PPL104", f"the name {name!r} has lost its letters", found.span(row), hint=hint))
            continue
        code = found.cell(row, "code").casefold() or next(fresh)
        if not _CODE.fullmatch(code):
            message = f"{code!r} cannot be a code"
            hint = "use letters a to z, digits and hyphens, such as p017; or leave the column out"
            found.problems.append(error("PPL105", message, found.span(row), hint=hint))
            continue
        if code in codes:
            message = f"the code {code} is given twice; the first is in line {codes[code]}"
            found.problems.append(error("PPL105", message, found.span(row), hint="give everybody a code of their own"))
            continue
        codes[code] = row.line
        person = _person(row, code, name, found, spoken)
        who = (plain(name), plain(person.country), plain(person.agency))
        if who in persons:
            message = f"this seems to be the person of line {persons[who]}"
            hint = "delete one of the lines; if they are two people, write what tells them apart into the name"
            found.problems.append(warning("PPL106", message, found.span(row), hint=hint))
        persons.setdefault(who, row.line)
        yield person


def _person(row: Row, code: str, name: str, found: _List, spoken: tuple[str, ...]) -> Participant:
    gender = found.cell(row, "gender")
    return Participant(
        code,
        name,
        _languages(row, found, spoken),
        name_local=found.cell(row, "name_local"),
        country=found.cell(row, "country"),
        agency=found.cell(row, "agency"),
        gender=found.words.genders.get(plain(gender), gender),
        experience=found.cell(row, "experience"),
        email=found.cell(row, "email"),
        step_free=_answer(row, "step_free", found),
        large_print=_answer(row, "large_print", found),
        values={name: row.cells[at] if at < len(row.cells) else "" for name, at in found.others.items()},
        span=found.span(row),
    )


def _answer(row: Row, name: str, found: _List) -> bool:
    cell = found.cell(row, name)
    if not plain(cell):
        return False
    answer = found.words.answers.get(plain(cell))
    if answer is None:
        hint = f"write yes or no; until then it counts as {'yes' if name == 'step_free' else 'no'}"
        message = f"{name.replace('_', '-')}: {cell!r} is neither yes nor no"
        found.problems.append(warning("PPL113", message, found.span(row), hint=hint))
        return name == "step_free"
    return answer


def _languages(row: Row, found: _List, spoken: tuple[str, ...]) -> tuple[str, ...]:
    cell = found.cell(row, "languages")
    if "languages" not in found.columns and spoken:
        return spoken
    codes: list[str] = []
    for part in filter(None, (part.strip() for part in _PARTS.split(re.sub(r"\([^)]*\)", " ", cell)))):
        named = _spoken(part, found.words)
        codes += named
        if not named:
            hint = "write codes or names of languages, such as: ar, fr"
            found.problems.append(warning("PPL114", f"no language is called {part!r}", found.span(row), hint=hint))
    if not codes:
        hint = "write the languages that the person can follow, the preferred one first: ar, fr"
        message = "nothing says which languages this person speaks" if not cell else f"{cell!r} names no language"
        found.problems.append(error("PPL107", message, found.span(row), hint=hint))
    return tuple(dict.fromkeys(codes))


def _spoken(part: str, words: PeopleWords) -> list[str]:
    """The codes of one name of a language, or of several with blanks between them ("ar fr")."""
    known = words.languages
    if code := known.get(plain(part)) or known.get(plain(part).split(" ")[0] if "-" in part or "_" in part else ""):
        return [code]
    pieces = plain(part).split()
    found = [known.get(piece) or known.get(piece.removeprefix("و")) for piece in pieces]
    return [code for code in found if code] if len(pieces) > 1 or pieces and pieces[0].startswith("و") else []
