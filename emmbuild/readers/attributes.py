"""`{#id key=value key="two words"}` at the end of a line or at the start of a list item."""

from __future__ import annotations

import re

from emmbuild.core.diagnostics import Span
from emmbuild.core.syntax import Attributes

_PAIR = re.compile(r"""\s*(?:\#(?P<id>[^\s{}"=]+)|(?P<key>[A-Za-z][\w-]*)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"{}]+)))""")
_AT_END = re.compile(r"\s*\{(?P<body>(?:[^{}\"]|\"[^\"]*\")*)\}\s*$")
_AT_START = re.compile(r"\{(?P<body>(?:[^{}\"]|\"[^\"]*\")*)\}\s*")


def parse(body: str, span: Span) -> Attributes | None:
    """The attributes in the braces' body, or None where it is not of that form."""
    position, id_, values = 0, "", {}
    while position < len(body.rstrip()):
        match = _PAIR.match(body, position)
        if not match:
            return None
        if match["id"]:
            id_ = match["id"]
        else:
            values[match["key"]] = match["quoted"] if match["quoted"] is not None else match["bare"]
        position = match.end()
    return Attributes(id_, values, span)


def at_end(line: str, span: Span) -> tuple[str, Attributes]:
    """The line without the braces at its end, and what they say."""
    match = _AT_END.search(line)
    found = parse(match["body"], span.at(match.start(), match.end() - match.start())) if match else None
    return (line[: match.start()], found) if match and found is not None else (line, Attributes(span=span))


def at_start(line: str, span: Span) -> tuple[str, Attributes, int]:
    """The line without the braces at its beginning, what they say, and how many characters they took."""
    match = _AT_START.match(line)
    found = parse(match["body"], span) if match else None
    if match is None or found is None:
        return line, Attributes(span=span), 0
    return line[match.end() :], found, match.end()
