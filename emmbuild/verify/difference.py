"""What replacing a package by a newer one does to the attempts that learners have begun."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from emmbuild.verify import MANIFEST, STRUCTURE
from emmbuild.verify.box import Box, opened
from emmbuild.verify.tree import Document, children, named, read, text

_DATA = "course.js"
_COURSE = re.compile(r"^window\.emm = \{course: (\{.*\})\};\s*$", re.S)


@dataclass(frozen=True, slots=True)
class Difference:
    """`in_place`: an LMS finds every attempt again. `effects` say, one a line, what learners will notice;
    `content` names the files that differ."""

    in_place: bool
    effects: tuple[str, ...]
    content: tuple[str, ...]


def difference(old: bytes, new: bytes) -> Difference | None:
    """Compares two packages; nothing where one of them is no SCORM or cmi5 package."""
    before, after = _read(old), _read(new)
    if before is None or after is None:
        return None
    (old_box, old_document), (new_box, new_document) = before, after
    effects = [*_kinds(old_document, new_document), *_items(old_document, new_document)]
    moved = bool(effects)
    effects += _mastery(old_document, new_document)
    for name in (name for name in new_box.names if name == _DATA or name.endswith(f"/{_DATA}")):
        effects += _course(_ours(old_box, name), _ours(new_box, name))
    names = sorted({*old_box.names, *new_box.names})
    limit = 50_000_000
    content = [name for name in names if old_box.read(name, limit) != new_box.read(name, limit)]
    return Difference(not moved, tuple(effects), tuple(content))


def _read(data: bytes) -> tuple[Box, Document] | None:
    box, _ = opened(data)
    name = next((name for name in (MANIFEST, STRUCTURE) if box and name in box.names), "")
    if box is None or not name:
        return None
    document, _ = read(box, name)
    return (box, document) if document else None


def _kinds(old: Document, new: Document) -> list[str]:
    if old.root.tag == new.root.tag:
        return []
    return ["the standard changes (SCORM 1.2, SCORM 2004 or cmi5): every attempt is lost"]


def _units(document: Document) -> dict[str, str]:
    """What an LMS keeps attempts under, with its title."""
    if document.name == STRUCTURE:
        found = [(unit.get("id", ""), unit) for unit in named(document.root, "au")]
    else:
        found = [(item.get("identifier", ""), item) for item in named(document.root, "item") if item.get("identifierref")]
    return {name: text(next(iter(children(unit, "title")), None)) for name, unit in found}


def _items(old: Document, new: Document) -> list[str]:
    before, after = _units(old), _units(new)
    gone = [f"{name} ({title}) is gone: its attempts are lost" for name, title in before.items() if name not in after]
    added = [
        f"{name} ({title}) is new: a finished course is open again" for name, title in after.items() if name not in before
    ]
    kept = [name for name in after if name in before]
    moved = kept != [name for name in before if name in after]
    return [*gone, *added, *(["the order of the parts changes"] if moved else [])]


def _mastery(old: Document, new: Document) -> list[str]:
    def said(document: Document) -> list[str]:
        units = [unit.get("masteryScore", "") for unit in named(document.root, "au")]
        return units + [text(found) for found in named(document.root, "masteryscore", "minNormalizedMeasure")]

    before, after = said(old), said(new)
    if before == after or old.root.tag != new.root.tag:
        return []
    change = f"from {' '.join(before) or 'none'} to {' '.join(after) or 'none'}"
    return [f"the mastery changes {change}: marks given stay as they are"]


def _ours(box: Box, name: str) -> dict[str, Any]:
    """The course data of a package, or of one of its units, that emmbuild made."""
    found = _COURSE.match(box.read(name).decode("utf-8", "replace"))
    try:
        data = json.loads(found[1]) if found else {}
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}


def _course(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    if not old or not new:
        return []
    effects = []
    if old.get("version") != new.get("version"):
        effects.append(f"the content goes from version {old.get('version')} to {new.get('version')}")
    for what, rows in (("question", "questions"), ("screen", "screens")):
        before = {row["id"]: row for row in old.get(rows, [])}
        after = {row["id"]: row for row in new.get(rows, [])}
        effects += [f"{what} {name} is gone: what learners did there is dropped" for name in before if name not in after]
        effects += [
            f"{what} {name} is new: learners who had finished stay finished" for name in after if name not in before
        ]
    asked = {row["id"]: row for row in old.get("questions", [])}
    for row in new.get("questions", []):
        was = asked.get(row["id"])
        if was and (was["kind"] != row["kind"] or sorted(was["options"]) != sorted(row["options"])):
            effects.append(f"question {row['id']} has other options: answers that do not fit any more are asked again")
        elif was and was["right"] != row["right"] and old.get("lang") == new.get("lang"):
            effects.append(f"question {row['id']} has another right answer: answers are marked again")
    return effects
