"""Messages to people as values: where, what, how bad, and what to do next.

Nothing here prints; the command line shows them, tests compare them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a source file. Lines and columns count from 1, columns in characters."""

    file: str = ""
    line: int = 0
    col: int = 0
    length: int = 0

    def at(self, offset: int, length: int = 0) -> Span:
        """The span that begins `offset` characters further on the same line."""
        return Span(self.file, self.line, self.col + offset, length)

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.col) if part)


NOWHERE = Span()


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One message. `code` is three letters and three digits and is never reused.

    `trail` names the place in the reader's words ("Volume 2 › 2.6 › Worksheet A"),
    `note` says what is wrong about the underlined words, `hint` gives one next step.
    """

    code: str
    severity: Severity
    message: str
    span: Span = NOWHERE
    hint: str = ""
    note: str = ""
    trail: str = ""

    def as_dict(self) -> dict[str, object]:
        """The shape that `--json` prints."""
        return {
            "code": self.code,
            "severity": str(self.severity),
            "message": self.message,
            "file": self.span.file,
            "line": self.span.line,
            "column": self.span.col,
            "length": self.span.length,
            "trail": self.trail,
            "note": self.note,
            "hint": self.hint,
        }


def error(code: str, message: str, span: Span = NOWHERE, *, hint: str = "", note: str = "") -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, span, hint, note)


def warning(code: str, message: str, span: Span = NOWHERE, *, hint: str = "", note: str = "") -> Diagnostic:
    return Diagnostic(code, Severity.WARNING, message, span, hint, note)


def has_errors(diagnostics: tuple[Diagnostic, ...] | list[Diagnostic]) -> bool:
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


class ContentError(Exception):
    """Raised where going on makes no sense; carries the messages that say why."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__("; ".join(diagnostic.message for diagnostic in diagnostics))
        self.diagnostics = diagnostics
