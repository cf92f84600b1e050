"""PO files as translators see them: reading, writing, carrying translations over by id.

`msgctxt` holds the id. Files are not wrapped and hold no dates and no line numbers, so editing one
paragraph changes one entry. A changed source keeps its translation, marked fuzzy with the previous
source: that is what "stale" means.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import polib

from emmbuild.core.diagnostics import ContentError, Span, error
from emmbuild.core.text import Text
from emmbuild.localize import places, states
from emmbuild.localize.changes import Change, classify, moved_values
from emmbuild.localize.states import Unit

REGISTRY = "messages.pot"


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
    state = file.metadata.get("X-State", "")
    ledger = states.read_ledger(path.parent / states.LEDGER)
    reviews = states.signed(ledger, path.stem) if ledger else {}

    def unit(entry: polib.POEntry) -> Unit:
        word = reviews.get((entry.msgctxt, states.pair_hash(entry.msgid, entry.msgstr))) if reviews else None
        previous = (entry.previous_msgid or "") if entry.fuzzy else ""
        return Unit(
            entry.msgid,
            entry.msgstr,
            entry.fuzzy,
            previous,
            state == "draft",
            word.state if word else None,
            word.hands if word else ("", ""),
            entry.tcomment,
            entry.linenum or 0,
        )

    return Catalog({e.msgctxt or e.msgid: unit(e) for e in file if not e.obsolete}, state)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a registry holds of a text: its id, its words, and where it appears. `place` is the path in the tree
    ("Slide.title"); `section` has a preview."""

    text: Text
    place: str
    file: str
    section: str = ""

    def notes(self, language: str, limit: str) -> str:
        """What a translator reads above the text; without a language what holds in all of them."""
        lines = [places.said(self.place), limit]
        if language and self.section:
            lines.append(f"preview: build/translate/{self.section}-{language}.html#{self.text.id}")
        return "\n".join(filter(None, lines))


def registry_text(entries: list[Entry], name: str) -> str:
    """The POT of a folder."""
    file = _new(name, "")
    for entry in entries:
        file.append(_po_entry(entry, entry.notes("", "")))
    return _dump(file)


@dataclass(frozen=True, slots=True)
class Edited:
    """A source that changed since the pack was last brought up to date, and what became of its translation."""

    id: str
    change: Change
    old: str
    new: str
    stale: bool
    language: str = ""

    @property
    def words(self) -> int:
        return len(self.new.split())


@dataclass(frozen=True, slots=True)
class Merged:
    """A PO file brought up to date, and the edits that touched translated entries of it."""

    text: str
    edits: tuple[Edited, ...] = ()


Limit = Callable[[str, str], str]  # place, language → how much room there is, in words, or nothing


def merged(
    path: Path,
    entries: list[Entry],
    name: str,
    language: str,
    plural_forms: str = "",
    minor: frozenset[str] = frozenset(),
    limit: Limit = lambda place, language: "",
) -> Merged:
    """The PO at `path` brought up to date with `entries`; translations are carried over by id, never lost.

    `minor` names the texts whose author says that the change needs no translator ("all" for every one).
    """
    old = _load(path) if path.is_file() else None
    file = _new(name, language)
    if old is not None:
        file.metadata = {**file.metadata, **{k: v for k, v in old.metadata.items() if not k.endswith("-Date")}}
    elif plural_forms:
        file.metadata["Plural-Forms"] = plural_forms
    known = {e.msgctxt: e for e in old or () if e.msgctxt}
    edits = []
    for entry in entries:
        made = _po_entry(entry, entry.notes(language, limit(entry.place, language)))
        before = known.pop(entry.text.id, None)
        if before is not None:
            change = _carry(before, made, entry.text.id in minor or "all" in minor)
            if change:
                edits.append(Edited(entry.text.id, change, before.msgid, made.msgid, made.fuzzy, language))
        file.append(made)
    for leftover in known.values():
        if leftover.msgstr:
            leftover.obsolete, leftover.previous_msgid = True, None  # polib does not read the previous source back
            file.append(leftover)
    return Merged(_dump(file), tuple(edits))


def _carry(before: polib.POEntry, made: polib.POEntry, minor: bool) -> Change | None:
    """Give the entry its old translation; what kind of edit there was, or None."""
    made.msgstr, made.tcomment = before.msgstr, before.tcomment
    made.flags = [flag for flag in before.flags if flag != "fuzzy"]
    previous = (before.previous_msgid or "") if before.fuzzy else ""
    base = previous or before.msgid
    change = classify(base, made.msgid) if before.msgid != made.msgid else None
    if not before.msgstr:
        return None
    if minor:
        change = change and Change.COSMETIC
    elif change is Change.PLACEABLE and (placed := moved_values(base, made.msgid, before.msgstr)) is not None:
        made.msgstr, previous = placed, ""
    elif change in (Change.NONE, Change.COSMETIC):
        previous = ""
    elif change:
        previous = base
    if previous or (before.fuzzy and not before.previous_msgid):
        made.flags.insert(0, "fuzzy")
        made.previous_msgid = previous or None
    return change


def _po_entry(entry: Entry, notes: str) -> polib.POEntry:
    return polib.POEntry(
        msgctxt=entry.text.id, msgid=entry.text.source, msgstr="", comment=notes, occurrences=[(entry.file, "")]
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


@dataclass(frozen=True, slots=True)
class Written:
    """A translation that comes in from outside; `stale` with the source it was made from."""

    target: str
    previous: str = ""
    stale: bool = False


def changed_text(path: Path, changes: Mapping[str, Written]) -> str:
    """The PO at `path` with new translations, by id; nothing else of it changes."""
    file = _load(path)
    for entry in file:
        change = changes.get(entry.msgctxt or "")
        if change is None or entry.obsolete:
            continue
        entry.msgstr = change.target
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        entry.previous_msgid = None
        if change.stale:
            entry.flags.insert(0, "fuzzy")
            entry.previous_msgid = change.previous or None
    return _dump(file)


@dataclass(frozen=True, slots=True)
class Loose:
    """An entry of a PO file that is no pack: made for one translator, or come back from one."""

    id: str
    source: str
    target: str
    fuzzy: bool
    note: str
    line: int = 0


def loose_text(name: str, language: str, plural_forms: str, entries: Iterable[Loose]) -> str:
    """A PO file of the entries."""
    file = _new(name, language)
    del file.metadata["X-State"]
    if plural_forms:
        file.metadata["Plural-Forms"] = plural_forms
    for one in entries:
        flags = ["fuzzy"] if one.fuzzy else []
        file.append(polib.POEntry(msgctxt=one.id, msgid=one.source, msgstr=one.target, comment=one.note, flags=flags))
    return _dump(file)


def loose_in(text: str) -> list[Loose]:
    """The entries of a PO file, without the obsolete ones. Raises ValueError or OSError where it is none."""
    if "msgid" not in text:
        raise ValueError("there is no msgid in it")
    file = polib.pofile(text, wrapwidth=0)
    return [Loose(e.msgctxt or "", e.msgid, e.msgstr, e.fuzzy, e.comment, e.linenum or 0) for e in file if not e.obsolete]
