"""The checks of translations: every class of fault is found in every language, and shipped packs are quiet."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from emmbuild import judging, pipeline
from emmbuild.core.translation import Pair
from emmbuild.localize import packs
from emmbuild.localize.states import pair_hash

CODES = ["fr", "es", "ar", "bs", "fa", "ko"]
FOLDERS = ("modules/2-policy/2.06-migration-and-labour", "exercises/2.06-migration-and-labour")
Spoil = Callable[[str], str]
SEEDS: dict[str, Spoil] = {
    "TRQ101": lambda text: text + " [@nobody1999]",
    "TRQ102": lambda text: text + " **",
    "TRQ103": lambda text: text + " https://example.org/x",
    "TRQ104": lambda text: text + " 4711",
    "TRQ105": lambda text: "\u202e" + text,
    "TRQ107": lambda text: text + "\n",
    "TRQ203": lambda text: text.rstrip(".") + "!",
    "TRQ206": lambda text: text + " ـ",
    "TRQ208": lambda text: text + " Xyz Xyz",
    "TRQ209": lambda text: text.replace(" ", "  ", 1),
    "TRQ211": lambda text: text + " (",
    "TRQ212": lambda text: text * 4,
}
OWN: list[tuple[str, str, Spoil]] = [
    ("fr", "TRQ204", lambda text: text + " oui ?"),
    ("bs", "TRQ106", lambda text: text + " Миграција"),
    ("fa", "TRQ106", lambda text: text + " كتاب"),
    ("fa", "TRQ205", lambda text: text + " می روند"),
    ("fa", "TRQ207", lambda text: text + " ۱۲ 12"),
    ("ar", "TRQ207", lambda text: text + " ١٢ 12"),
    ("ko", "TRQ106", lambda text: "Nothing of it was translated here"),
    ("ar", "TRQ106", lambda text: "Nothing of it was translated here"),
    ("fr", "TRQ109", lambda text: text + " clandestins"),
]


def pairs(desk: pipeline.Desk, code: str) -> list[Pair]:
    units = packs.translations(desk.root, FOLDERS, code)
    return judging.pairs_of(units, desk.languages[code], desk.terms(code))


def codes_of(pair: Pair) -> set[str]:
    return {check.code for check, _, _ in judging.faults([pair])}


def sample(desk: pipeline.Desk, code: str) -> Pair:
    """A clean paragraph of the shipped pack that ends with a full stop."""
    found = (p for p in pairs(desk, code) if len(p.source) > 60 and p.source.endswith("."))
    return next(p for p in found if not codes_of(p) and "(" not in p.source and " " in p.target)


def spoilt(pair: Pair, target: str) -> Pair:
    return Pair(pair.id, pair.source, target, pair.language, pair.terms)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("fault", sorted(SEEDS))
def test_every_fault_is_found_in_every_language(real: pipeline.Desk, code: str, fault: str) -> None:
    pair = sample(real, code)
    found = codes_of(spoilt(pair, SEEDS[fault](pair.target)))
    assert fault in found or (fault == "TRQ203" and "free-marks" in pair.language.habits)


@pytest.mark.parametrize(("code", "fault", "spoil"), OWN)
def test_the_faults_of_one_language_are_found(real: pipeline.Desk, code: str, fault: str, spoil: Spoil) -> None:
    pair = sample(real, code)
    assert fault in codes_of(spoilt(pair, spoil(pair.target)))


@pytest.mark.parametrize("code", CODES)
def test_an_untranslated_text_and_two_answers_alike_are_found(real: pipeline.Desk, code: str) -> None:
    pair = sample(real, code)
    assert "TRQ201" in codes_of(spoilt(pair, pair.source))
    answers = [Pair(f"9.9.Q1.{letter}", word, "X", pair.language) for letter, word in (("a", "One"), ("b", "Two"))]
    assert "TRQ108" in {check.code for check, _, _ in judging.faults(answers)}


@pytest.mark.parametrize("code", CODES)
def test_shipped_packs_are_quiet(real: pipeline.Desk, code: str) -> None:
    """At most 3 % of the units are flagged, and none with an error."""
    units = sum(len(packs.translations(real.root, [folder], code)) for folder in FOLDERS)
    found = [d for name in real.shelf.written for d in real.check_translations(name, code)]
    assert len(found) <= 0.03 * units
    assert not [d for d in found if d.code < "TRQ2"]


def test_a_waiver_silences_a_warning_for_one_pair_only(real: pipeline.Desk) -> None:
    pair = spoilt(sample(real, "fr"), "Deux  espaces.")
    code = "TRQ209"
    waiver = {pair.id: f"qa-ok {code} @{pair_hash(pair.source, pair.target)} as printed"}
    assert code in {check.code for check, _, _ in judging.faults([pair])}
    assert code not in {check.code for check, _, _ in judging.faults([pair], waiver)}
    other = spoilt(pair, "Trois  espaces.")
    assert code in {check.code for check, _, _ in judging.faults([other], waiver)}
