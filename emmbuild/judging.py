"""Runs the checks of translations over language packs, and words what they find for translators."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from emmbuild import checking
from emmbuild.core.diagnostics import Diagnostic, Severity, Span
from emmbuild.core.edition import Language
from emmbuild.core.subject import Check
from emmbuild.core.translation import Pair, Space, Term
from emmbuild.localize.states import Unit, pair_hash

Spaces = tuple[Space, Space]
_NOWHERE: Mapping[str, Spaces] = {}
_WAIVER = re.compile(r"qa-ok (TRQ2\d\d) @([0-9a-f]{12})\s+\S")


@cache
def _checks(severity: Severity | None = None) -> tuple[Check, ...]:
    found = [check for check in checking.catalogue().values() if check.judge or check.compare]
    return tuple(check for check in found if severity in (None, check.severity))


def faults(
    pairs: Iterable[Pair], waived: Mapping[str, str] | None = None, severity: Severity | None = None
) -> Iterator[tuple[Check, Pair, str]]:
    """What the checks find in the pairs of a folder. A warning is silent where the translator's comment (`waived`, by
    id) holds its waiver for exactly this pair; errors cannot be silenced."""
    found = list(pairs)
    for check in _checks(severity):
        said = [(pair, words) for pair in found for words in check.judge(pair)] if check.judge else []
        said += list(check.compare(found)) if check.compare else []
        for pair, words in said:
            if not _is_waived(check.code, pair, (waived or {}).get(pair.id, "")):
                yield check, pair, words


def _is_waived(code: str, pair: Pair, comment: str) -> bool:
    return any((match[1], match[2]) == (code, pair_hash(pair.source, pair.target)) for match in _WAIVER.finditer(comment))


def pairs_of(
    units: Mapping[str, Unit], language: Language, terms: tuple[Term, ...] = (), spaces: Mapping[str, Spaces] = _NOWHERE
) -> list[Pair]:
    """What there is to judge: every translation that stands, against the source it was made from."""
    return [
        Pair(name, unit.previous or unit.source, unit.target, language, terms, spaces.get(name), unit.hands)
        for name, unit in units.items()
        if unit.target
    ]


def faulty(pairs: Iterable[Pair]) -> frozenset[str]:
    """The ids of translations with an error."""
    return frozenset(pair.id for _, pair, _ in faults(pairs, severity=Severity.ERROR))


def messages(file: str, units: Mapping[str, Unit], pairs: Iterable[Pair]) -> Iterator[Diagnostic]:
    """The faults of one PO file as messages."""
    waived = {name: unit.note for name, unit in units.items() if unit.note}
    for check, pair, words in faults(pairs, waived):
        line = units[pair.id].line
        shown = pair.source if len(pair.source) <= 70 else pair.source[:69] + "…"
        hint = f"correct the translation of {pair.id}"
        if check.severity is Severity.WARNING:
            hint += f", or add the comment `# qa-ok {check.code} @{pair_hash(pair.source, pair.target)} why` above it"
        yield Diagnostic(
            check.code,
            check.severity,
            f"{pair.id} in {pair.language.english_name}: {check.title}: {words}",
            Span(file, line, 1) if line else Span(file),
            hint,
            trail=f"{pair.id} › {shown}",
        )
