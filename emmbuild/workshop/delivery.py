"""The parts of a recipe about measuring and handing out: practice teaching, tests, attendance, print, waivers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from emmbuild.core.diagnostics import NOWHERE, Span
from emmbuild.workshop.said import Said


@dataclass(frozen=True, slots=True)
class TeachBack:
    """Practice teaching: each participant teaches for `minutes`, then `feedback` minutes; `rooms` at a time."""

    minutes: int = 10
    feedback: int = 5
    rooms: int = 1
    blocks: tuple[str, ...] = ()
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Assessment:
    """`test_items` per objective, 0 = no test; `channels`: paper, xlsform, moodle."""

    test_items: int = 0
    forms: str = "parallel"
    match_by: str = "self-made-code"
    passing: int = 70
    level1: tuple[str, ...] = ()
    level3_months: int = 0
    channels: tuple[str, ...] = ("paper",)
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Attendance:
    """`per`: half-day or day; a certificate needs `certificate_from` per cent."""

    per: str = "half-day"
    certificate_from: int = 75
    signatories: tuple[Said, ...] = ()
    serial: str = ""


@dataclass(frozen=True, slots=True)
class Print:
    paper: str = "A4"
    duplex: bool = True
    spare_percent: int = 10
    large_print: tuple[str, ...] = ()
    colour: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deliver:
    slides: tuple[str, ...] = ("pptx",)
    workbook: tuple[str, ...] = ("docx", "pdf")
    facilitator: tuple[str, ...] = ("docx", "pdf")
    scorm: tuple[str, ...] = ("scorm12",)
    data: tuple[str, ...] = ("ics", "csv", "jsonld", "xlsform")
    usb: bool = True
    usb_max_mb: int = 2000
    print: Print = Print()


@dataclass(frozen=True, slots=True)
class Waiver:
    rule: str
    reason: str
    until: date | None = None
    span: Span = NOWHERE
