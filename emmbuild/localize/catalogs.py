"""PO files as translators see them: reading, writing, carrying translations over by id.

`msgctxt` holds the id. Files are not wrapped and hold no dates and no line numbers, so editing one
paragraph changes one entry. A changed source keeps its translation, marked fuzzy with the previous
source: that is what "stale" means.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import polib

from emmbuild.core.diagnostics import ContentError, Span, error
from emmbuild.core.text import Text

REGISTRY = "messages.pot"


@dataclass(frozen=True, slots=True)
class Unit:
    """One entry of a language pack."""

    source: str
    target: str
    fuzzy: bool = False


@dataclass(frozen=True, slots=True)
class Catalog:
    """A PO file by id. `state` is what its header says of the whole pack (draft, …)."""

    units: dict[str, Unit]
    state: str = ""


EMPTY = Catalog({})


def _load(path: Path) -> polib.POFile:
    try:
        return polib.pofile(str(path), encoding="utf-8", wrapwidth=0)
    except (OSError, UnicodeDecodeError, ValueError) as problem:
        raise ContentError(
            error(
                "POF101",
                f"this PO file cannot be read: {problem}",
                Span(path.as_posix()),
                hint="run msgfmt -c on it, or restore the version before",
            )
        ) from None


def read(path: Path) -> Catalog:
    """The catalog at `path`; empty where there is none. Raises ContentError POF101 for a broken file."""
    if not path.is_file():
        return EMPTY
    file = _load(path)
    units = {e.msgctxt or e.msgid: Unit(e.msgid, e.msgstr, e.fuzzy) for e in file if not e.obsolete}
    return Catalog(units, file.metadata.get("X-State", ""))


@dataclass(frozen=True, slots=True)
class Entry:
    """What a registry holds of a text: its id, its words, and where it appears."""

    text: Text
    context: str
    file: str


def registry_text(entries: list[Entry], name: str) -> str:
    """The POT of a folder."""
    file = _new(name, "")
    for entry in entries:
        file.append(_po_entry(entry))
    return _dump(file)


def merged_text(path: Path, entries: list[Entry], name: str, language: str, plural_forms: str = "") -> str:
    """The PO at `path` brought up to date with `entries`; translations are carried over by id, never lost."""
    old = _load(path) if path.is_file() else None
    file = _new(name, language)
    if old is not None:
        file.metadata = {**file.metadata, **{k: v for k, v in old.metadata.items() if not k.endswith("-Date")}}
    elif plural_forms:
        file.metadata["Plural-Forms"] = plural_forms
    known = {e.msgctxt: e for e in old or () if e.msgctxt}
    for entry in entries:
        made = _po_entry(entry)
        before = known.pop(entry.text.id, None)
        if before is not None:
            _carry(before, made)
        file.append(made)
    for leftover in known.values():
        if leftover.msgstr:
            leftover.obsolete = True
            file.append(leftover)
    return _dump(file)


def _carry(before: polib.POEntry, made: polib.POEntry) -> None:
    made.msgstr, made.tcomment = before.msgstr, before.tcomment
    made.flags = [flag for flag in before.flags if flag != "fuzzy"]
    same = before.msgid == made.msgid
    if before.msgstr and (before.fuzzy or not same):
        made.flags.insert(0, "fuzzy")
        made.previous_msgid = before.previous_msgid if same else before.msgid


def _po_entry(entry: Entry) -> polib.POEntry:
    return polib.POEntry(
        msgctxt=entry.text.id, msgid=entry.text.source, msgstr="", comment=entry.context, occurrences=[(entry.file, "")]
    )


def _new(name: str, language: str) -> polib.POFile:
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "Project-Id-Version": name,
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    if language:
        file.metadata["X-State"] = "draft"
    return file


def _dump(file: polib.POFile) -> str:
    return str(file).rstrip("\n") + "\n"
