"""Dates, times, lists and numbers as a language writes them. Pure; the facts are those of a language pack.

Patterns are `str.format` patterns. A pack that says nothing writes ISO dates, 24-hour times and commas: wrong nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time

from emmbuild.core.sorting import Sorting

Show = Callable[[object], str]
_SPRING = date(2024, 3, 20).toordinal()  # 1 Farvardin 1403
_LONG_MONTHS = 6  # of 31 days, at the start of a Persian year


@dataclass(frozen=True, slots=True)
class Dates:
    """`months` in the form they take in a date, `weekdays` from Monday. `first`: how the first of a month reads.

    `day`, `date` and `named` build on each other: fields d, dd, m, mm, month, then day and y, then weekday and date.
    Ranges: `same_month`, `same_year`, `any`, with `from_`/`to_` before the parts that differ (from_d, to_day, from_date …)
    and the common parts plain (month, y). `calendar` is gregorian or persian (Solar Hijri).
    """

    calendar: str = "gregorian"
    months: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    first: str = ""
    day: str = "{mm}-{dd}"
    date: str = "{y}-{day}"
    named: str = "{weekday} {date}"
    same_month: str = "{from_date} – {to_date}"
    same_year: str = "{from_date} – {to_date}"
    any: str = "{from_date} – {to_date}"


@dataclass(frozen=True, slots=True)
class Times:
    """`time` has the fields h, hh (24 hours), h12, mm and half; `halves` are the words for the two halves of a day.
    `range` joins `from` and `to`; `second` is the later time where the half is said already."""

    time: str = "{hh}:{mm}"
    halves: tuple[str, ...] = ()
    range: str = "{from}–{to}"
    second: str = ""


@dataclass(frozen=True, slots=True)
class Lists:
    """How two things, the middle of more, and the last of them are joined. `unless`: a pattern that the last word must
    not begin with, and what joins it if it does (Spanish "e" before "i")."""

    two: str = "{0}, {1}"
    middle: str = "{0}, {1}"
    last: str = "{0}, {1}"
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Numbers:
    """`group` parts thousands from `group_from` digits on."""

    decimal: str = "."
    group: str = "\u202f"
    group_from: int = 5
    percent: str = "{n} %"


@dataclass(frozen=True, slots=True)
class Formats:
    """Everything of this page for one language; `all_of` and `one_of` are lists with "and" and with "or"."""

    dates: Dates = Dates()
    times: Times = Times()
    all_of: Lists = Lists()
    one_of: Lists = Lists()
    numbers: Numbers = Numbers()
    sorting: Sorting = Sorting()


def day(dates: Dates, value: date, show: Show, weekday: bool = False, year: bool = True) -> str:
    """One date: "Friday 17 May 2024"."""
    parts = _parts(dates, value, show)
    said = parts["date"] if year else parts["day"]
    return dates.named.format(weekday=dates.weekdays[value.weekday()], date=said) if weekday and dates.weekdays else said


def days(dates: Dates, first: date, last: date, show: Show) -> str:
    """From one date to another, what they share said once; one date where they are the same."""
    if first == last:
        return day(dates, first, show)
    one, other = _parts(dates, first, show), _parts(dates, last, show)
    shared = {name: words for name, words in one.items() if other[name] == words}
    pattern = dates.any if "y" not in shared else dates.same_year if "m" not in shared else dates.same_month
    ends = {f"from_{name}": words for name, words in one.items()} | {f"to_{name}": words for name, words in other.items()}
    return pattern.format(**shared, **ends)


def _parts(dates: Dates, value: date, show: Show) -> dict[str, str]:
    year, month, number = solar(value) if dates.calendar == "persian" else (value.year, value.month, value.day)
    d = dates.first if number == 1 and dates.first else show(number)
    name = dates.months[month - 1] if dates.months else ""
    parts = {
        "d": d,
        "dd": show(f"{number:02}"),
        "m": show(month),
        "mm": show(f"{month:02}"),
        "month": name,
        "y": show(year),
    }
    parts["day"] = dates.day.format(**parts)
    parts["date"] = dates.date.format(**parts)
    return parts


def solar(value: date) -> tuple[int, int, int]:
    """Year, month and day in the Solar Hijri calendar. Its leap years follow a cycle of 33; right from 1799 to 2122."""
    year, start = 1403, _SPRING
    while value.toordinal() < start:
        year -= 1
        start -= _length(year)
    while value.toordinal() >= start + _length(year):
        start += _length(year)
        year += 1
    passed = value.toordinal() - start
    if passed < _LONG_MONTHS * 31:
        return year, passed // 31 + 1, passed % 31 + 1
    passed -= _LONG_MONTHS * 31
    return year, _LONG_MONTHS + passed // 30 + 1, passed % 30 + 1


def _length(year: int) -> int:
    return 366 if (25 * year + 11) % 33 < 8 else 365


def clock(times: Times, value: time, show: Show, pattern: str = "") -> str:
    """One time of day."""
    half = times.halves[value.hour // 12] if times.halves else ""
    hours = {"h": show(value.hour), "hh": show(f"{value.hour:02}"), "h12": show((value.hour - 1) % 12 + 1)}
    return (pattern or times.time).format(**hours, mm=show(f"{value.minute:02}"), half=half)


def hours(times: Times, first: time, last: time, show: Show) -> str:
    """From one time of a day to another."""
    same_half = times.second and first.hour // 12 == last.hour // 12
    until = clock(times, last, show, times.second if same_half else "")
    return times.range.format(**{"from": clock(times, first, show), "to": until})


def joined(lists: Lists, items: Sequence[str]) -> str:
    """A list in running text: "A, B and C"."""
    if len(items) < 2:
        return "".join(items)
    said = items[0]
    for item in items[1:-1]:
        said = lists.middle.format(said, item)
    pattern = lists.two if len(items) == 2 else lists.last
    if lists.unless and re.match(lists.unless[0], items[-1], re.IGNORECASE):
        pattern = lists.unless[1]
    return pattern.format(said, items[-1])


def decimal(numbers: Numbers, value: float, places: int, show: Show) -> str:
    """A number with its thousands parted and `places` decimals."""
    whole, _, part = f"{abs(value):.{places}f}".partition(".")
    if len(whole) >= numbers.group_from:
        whole = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", numbers.group, whole)
    sign = "−" if value < 0 and (whole + part).strip("0") else ""
    return sign + show(whole) + (numbers.decimal + show(part) if part else "")
