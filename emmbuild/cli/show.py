"""Diagnostics as people read them: place, words, caret, next step."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import Path

import click

from emmbuild.core.bidi import is_rtl_text
from emmbuild.core.diagnostics import Diagnostic, Severity

_COLOUR = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}
_QUOTE = 60


def width(text: str) -> int:
    """Screen cells of a text: a Korean or Chinese character takes two, a combining mark none."""
    cells = 0
    for character in text:
        if not unicodedata.combining(character):
            cells += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return cells


def rendered(diagnostic: Diagnostic, root: Path) -> str:
    """One diagnostic as text, with the line it is about where that can be shown."""
    head = click.style(f"{diagnostic.severity}[{diagnostic.code}]", fg=_COLOUR[diagnostic.severity], bold=True)
    lines = [f"{head}: {diagnostic.message}"]
    if diagnostic.trail:
        lines.append(f"  {diagnostic.trail}")
    if diagnostic.span.file:
        lines.append(f"  {diagnostic.span}")
        lines += _excerpt(diagnostic, root)
    if diagnostic.hint:
        lines.append(f"  try: {diagnostic.hint}")
    lines.append(f"  more: emmbuild explain {diagnostic.code}")
    return "\n".join(lines)


def _excerpt(diagnostic: Diagnostic, root: Path) -> list[str]:
    span = diagnostic.span
    try:
        line = (root / span.file).read_text("utf-8").split("\n")[span.line - 1]
    except (OSError, UnicodeDecodeError, IndexError):
        return [f"    {diagnostic.note}"] if diagnostic.note else []
    if span.line < 1 or not line.strip():
        return []
    line = line.replace("\t", " ")
    if is_rtl_text(line):
        quoted = line[span.col - 1 : span.col - 1 + span.length] or line
        return [f"    {span.line:>4} | «{quoted.strip()[:_QUOTE]}» {diagnostic.note}".rstrip()]
    start = max(0, span.col - 1 - _QUOTE)
    shown = line[start : start + 110]
    before = width(shown[: span.col - 1 - start])
    marks = max(1, min(width(line[span.col - 1 : span.col - 1 + span.length]), 110 - before))
    gutter = " " * 4
    return [f"    {span.line:>4} | {shown}", f"    {gutter} | {' ' * before}{'^' * marks} {diagnostic.note}".rstrip()]


def report(diagnostics: Iterable[Diagnostic], root: Path) -> None:
    """Print diagnostics to standard error, then how many there were of each kind."""
    found = list(diagnostics)
    for diagnostic in found:
        click.echo(rendered(diagnostic, root) + "\n", err=True)
    counts = [(sum(d.severity is severity for d in found), severity) for severity in Severity]
    if found:
        click.echo(
            ", ".join(f"{count} {severity}{'s' if count > 1 else ''}" for count, severity in counts if count), err=True
        )
