"""Small changes to a recipe as a person typed it: a value, a key, one top-level part; every other character stays."""

from __future__ import annotations

import re
from collections.abc import Iterable

from emmbuild.core.diagnostics import Span


def spliced(text: str, changes: Iterable[tuple[Span, str]]) -> str:
    """The text with the value at each place replaced. Raises ValueError for a place that spans lines."""
    lines = text.split("\n")
    for span, new in sorted(changes, key=lambda change: change[0], reverse=True):
        if not span.length or not 0 < span.line <= len(lines):
            raise ValueError(f"no value of one line at {span}")
        line, start = lines[span.line - 1], span.col - 1
        lines[span.line - 1] = line[:start] + new + line[start + span.length :]
    return "\n".join(lines)


def with_key(text: str, mapping: Span, key: str, value: str) -> str:
    """One more key in the mapping at `mapping`: before its closing bracket, or on a line of its own."""
    lines = text.split("\n")
    line, start = lines[mapping.line - 1], mapping.col - 1
    end = start + mapping.length
    if line[start : start + 1] == "{" and line[end - 1 : end] == "}":
        comma = ", " if line[start + 1 : end - 1].strip() else ""
        lines[mapping.line - 1] = line[: end - 1].rstrip() + f"{comma}{key}: {value}" + line[end - 1 :]
    elif line[start : start + 1] == "{":  # it goes on over more lines
        lines[mapping.line - 1] = f"{line[: start + 1]}{key}: {value}, {line[start + 1 :].lstrip()}"
    else:
        lines.insert(mapping.line, f"{' ' * start}{key}: {value}")
    return "\n".join(lines)


def with_part(text: str, key: str, block: str) -> str:
    """The top-level part `key` replaced by `block` (its lines, the key's own line first); added at the end if absent."""
    lines = text.rstrip("\n").split("\n")
    first = next((n for n, line in enumerate(lines) if re.match(rf"{re.escape(key)}\s*:", line)), None)
    if first is None:
        return "\n".join([*lines, block.rstrip("\n"), ""])
    last = next((n for n in range(first + 1, len(lines)) if re.match(r"[^\s#-]", lines[n])), len(lines))
    while last > first + 1 and not lines[last - 1].split("#")[0].strip() and not lines[last - 1].startswith(" "):
        last -= 1
    return "\n".join([*lines[:first], block.rstrip("\n"), *lines[last:], ""])
