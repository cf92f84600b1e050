"""Public holidays of a country, from the library `holidays` (extra `plan`); the only home of that library."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date


def on(days: Sequence[date], country: str) -> dict[date, str]:
    """The holidays among `days`: day → name in English. Empty where no country is given, it is unknown, or the library
    is not installed (`known` tells)."""
    if not days or not known(country):
        return {}
    import holidays

    try:
        found = holidays.country_holidays(country, years=sorted({day.year for day in days}), language="en_US")
    except NotImplementedError:
        found = holidays.country_holidays(country, years=sorted({day.year for day in days}))
    return {day: str(found[day]) for day in days if day in found}


def known(country: str) -> bool:
    """Whether anything can be said of the holidays of the country (ISO 3166, "TN")."""
    try:
        import holidays
    except ImportError:
        return False
    return country in holidays.list_supported_countries()
