"""The front matter of a section: one table says which keys there are, what they hold and what is wrong.

The same table makes the JSON Schema for editors.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass

from emmbuild.core.diagnostics import Diagnostic, Span, error, warning
from emmbuild.core.nodes import FrontMatter
from emmbuild.core.text import Text
from emmbuild.readers.inline import inlines
from emmbuild.readers.yamls import Mapping, Scalar, Sequence, Tree

VOLUME_ID = r"(?:[1-9][0-9]?|[A-Z])"
SECTION_ID = rf"{VOLUME_ID}\.(?:0|[1-9][0-9]?)"
DEPTHS = ("brief", "core", "full")


@dataclass(frozen=True, slots=True)
class Key:
    """One key: `form` is text, one-of, list or map; `pattern` a regular expression for its values."""

    about: str
    form: str = "text"
    required: bool = False
    pattern: str = ""
    choices: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    example: str = ""


KEYS: dict[str, Key] = {
    "id": Key("Section id as printed in the manual", required=True, pattern=SECTION_ID, example='"2.6"'),
    "title": Key("Title of the section", required=True, example="Migration and Labour"),
    "volume": Key("Id of the volume", required=True, pattern=VOLUME_ID, example='"2"'),
    "summary": Key("What the reader will be able to do with it, in one or two sentences", required=True),
    "version": Key("Version of the content", required=True, pattern=r"\d+\.\d+\.\d+", example="1.0.0"),
    "status": Key("How far the content is", "one-of", True, choices=("planned", "draft", "review", "final")),
    "reviewed": Key("Day of the last review", required=True, pattern=r"\d{4}-\d{2}-\d{2}", example="2026-11-22"),
    "minutes": Key("Planned minutes at each depth", "map", True, r"[1-9]\d{0,3}", keys=DEPTHS),
    "mastery": Key("Percentage of the points that passes the knowledge check", pattern=r"[1-9]\d?|100", example="80"),
    "certificate": Key("Whether a package shows a certificate page", "one-of", choices=("allowed", "none")),
    "level": Key("Who can follow it", "one-of", choices=("foundation", "intermediate", "advanced")),
    "audience": Key("Audience tags", "list", pattern=r"[a-z][a-z0-9-]*"),
    "prerequisites": Key("Sections to know before", "list", pattern=SECTION_ID),
    "interlinkages": Key("Related sections", "list", pattern=SECTION_ID),
    "tags": Key("Tags by scheme: sdg, gcm, iamm", "map", keys=("sdg", "gcm", "iamm")),
}


def read(tree: Tree, file: str, make_id: Callable[[str], str]) -> tuple[FrontMatter, tuple[Diagnostic, ...]]:
    """The front matter, with defaults where something is missing, and what is wrong with it."""
    problems: list[Diagnostic] = []
    if not isinstance(tree, Mapping):
        return FrontMatter("", Text(""), ""), (error("YML101", "the front matter must be `key: value` lines", tree.span),)
    for name, span in tree.keys.items():
        if name not in KEYS:
            near = difflib.get_close_matches(name, KEYS, 1)
            hint = f"did you mean `{near[0]}`?" if near else "delete it; `emmbuild schema` lists the keys"
            problems.append(warning("YML102", f"the front matter has no key `{name}`", span, hint=hint))
    for name, key in KEYS.items():
        if name in tree.entries:
            problems += _check(name, key, tree.entries[name])
        elif key.required:
            hint = f"add a line `{name}: {key.example or '|'.join(key.choices) or '…'}`"
            problems.append(
                error(
                    "YML103", f"the front matter lacks `{name}`", Span(file, tree.span.line, 1), hint=hint, note=key.about
                )
            )
    return _front(tree, file, make_id), tuple(problems)


def _check(name: str, key: Key, value: Tree) -> list[Diagnostic]:
    match key.form, value:
        case "text", Scalar(text, span):
            return _value(name, key, text, span)
        case "one-of", Scalar(text, span) if text in key.choices:
            return []
        case "one-of", _:
            return [error("YML104", f"`{name}` must be one of: {', '.join(key.choices)}", value.span)]
        case "list", Sequence(items):
            return [
                found
                for item in items
                for found in (
                    _value(name, key, item.text, item.span)
                    if isinstance(item, Scalar)
                    else [error("YML104", f"`{name}` holds something that is not plain text", item.span)]
                )
            ]
        case "map", Mapping(entries, keys):
            found = []
            for inner, child in entries.items():
                if inner not in key.keys:
                    found.append(
                        error(
                            "YML104",
                            f"`{name}` has no part `{inner}`",
                            keys[inner],
                            hint="its parts are " + ", ".join(key.keys),
                        )
                    )
                elif isinstance(child, Scalar):
                    found += _value(f"{name}.{inner}", key, child.text, child.span)
            return found
    kinds = {"text": "a text", "list": "a list in brackets", "map": "`{part: value}`"}
    return [error("YML104", f"`{name}` must be {kinds[key.form]}", value.span)]


def _value(name: str, key: Key, text: str, span: Span) -> list[Diagnostic]:
    if not text.strip():
        return [error("YML104", f"`{name}` is empty", span)]
    if key.pattern and not re.fullmatch(key.pattern, text):
        hint = f"write it like {key.example}" if key.example else ""
        return [error("YML104", f"`{name}` cannot be {text!r}", span, hint=hint)]
    return []


def _front(tree: Mapping, file: str, make_id: Callable[[str], str]) -> FrontMatter:
    def scalar(name: str) -> tuple[str, Span]:
        value = tree.entries.get(name)
        return (value.text, value.span) if isinstance(value, Scalar) else ("", Span(file, tree.span.line, 1))

    def items(name: str) -> tuple[str, ...]:
        value = tree.entries.get(name)
        return tuple(i.text for i in value.items if isinstance(i, Scalar)) if isinstance(value, Sequence) else ()

    def text(name: str) -> Text:
        words, span = scalar(name)
        return Text(words, inlines(words), span, make_id(name)) if words else Text("")

    minutes, tags = tree.entries.get("minutes"), tree.entries.get("tags")
    spans = {name: value.span for name, value in tree.entries.items()}
    return FrontMatter(
        id=scalar("id")[0],
        title=text("title"),
        volume=scalar("volume")[0],
        summary=text("summary"),
        version=scalar("version")[0] or "0.0.0",
        status=scalar("status")[0] or "draft",
        reviewed=scalar("reviewed")[0],
        minutes={
            depth: int(value.text)
            for depth, value in minutes.entries.items()
            if isinstance(value, Scalar) and value.text.isascii() and value.text.isdigit()
        }
        if isinstance(minutes, Mapping)
        else {},
        mastery=_whole(scalar("mastery")[0], 80),
        certificate=scalar("certificate")[0] != "none",
        level=scalar("level")[0] or "foundation",
        audience=items("audience"),
        prerequisites=items("prerequisites"),
        interlinkages=items("interlinkages"),
        tags={
            scheme: tuple(i.text for i in value.items if isinstance(i, Scalar))
            for scheme, value in tags.entries.items()
            if isinstance(value, Sequence)
        }
        if isinstance(tags, Mapping)
        else {},
        span=tree.span,
        spans=spans,
    )


def _whole(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and 1 <= int(text) <= 100 else default


def schema() -> dict[str, object]:
    """JSON Schema (draft 2020-12) of the front matter."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "emmbuild section front matter",
        "type": "object",
        "additionalProperties": False,
        "required": [name for name, key in KEYS.items() if key.required],
        "properties": {name: _schema_of(key) for name, key in KEYS.items()},
    }


def _schema_of(key: Key) -> dict[str, object]:
    value: dict[str, object] = (
        {"type": ["string", "number"]}
        if not key.pattern
        else {"type": ["string", "number", "integer"], "pattern": f"^(?:{key.pattern})$"}
    )
    match key.form:
        case "one-of":
            return {"description": key.about, "enum": list(key.choices)}
        case "list":
            return {"description": key.about, "type": "array", "items": value}
        case "map" if key.pattern:
            return {
                "description": key.about,
                "type": "object",
                "additionalProperties": False,
                "properties": dict.fromkeys(key.keys, value),
            }
        case "map":
            parts = {inner: {"type": "array", "items": {"type": ["string", "number"]}} for inner in key.keys}
            return {"description": key.about, "type": "object", "additionalProperties": False, "properties": parts}
    return {
        "description": key.about,
        **({"type": "string", "pattern": f"^(?:{key.pattern})$"} if key.pattern else {"type": "string"}),
    }
