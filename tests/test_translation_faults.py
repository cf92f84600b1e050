"""The checks of translations: every class of fault is found in every language, and shipped packs are quiet."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from emmbuild import judging, pipeline
from emmbuild.core.translation import Pair, Space, Term
from emmbuild.localize import packs, sync
from emmbuild.localize.states import pair_hash
from emmbuild.readers import languages

CODES = ["fr", "es", "ar", "bs", "fa", "ko"]
FOLDERS = ("modules/2-policy/2.06-migration-and-labour", "exercises/2.06-migration-and-labour")
Spoil = Callable[[Pair], Pair]


def both(source: str, target: str) -> Spoil:
    """The pair with more at the end of its source, and of its translation."""
    return lambda pair: replace(pair, source=pair.source + source, target=pair.target + target)


def target(change: Callable[[str], str]) -> Spoil:
    return lambda pair: replace(pair, target=change(pair.target))


def crowded(lines: int, least: int) -> Spoil:
    return lambda pair: replace(pair, space=(Space(1, 2, 1, 2), Space(lines, 2, least, 2)))


_TERM = (Term("IOM", ("OIM",), ("BIM",)),)
# Fault → the code that must be found, and how to make it of a clean pair.
FAULTS: dict[str, tuple[str, Spoil]] = {
    "a placeholder is lost": ("TRQ101", both(" {n}", "")),
    "a placeholder is translated": ("TRQ101", both(" {name}", " {nom}")),
    "a source is lost": ("TRQ101", both(" [@ilo2006]", "")),
    "a source is new": ("TRQ101", both("", " [@nobody1999]")),
    "a footnote is lost": ("TRQ101", both(" [^a]", "")),
    "code is changed": ("TRQ101", both(" `go`", " `gehe`")),
    "a bold mark has no partner": ("TRQ102", both(" **a**", " **a")),
    "italics are lost": ("TRQ102", both(" *a*", " a")),
    "a link is lost": ("TRQ102", both(" [a](https://example.org/a)", " a")),
    "Markdown is broken: a space inside the stars": ("TRQ102", both(" **a**", " ** a**")),
    "Markdown is broken: a bracket inside, a letter outside": ("TRQ102", both(" **a** b", " **(a)**b")),
    "an address is changed": ("TRQ103", both(" [a](https://example.org/a)", " [a](https://example.org/b)")),
    "an address is new": ("TRQ103", both("", " https://example.org/x")),
    "a number is new": ("TRQ104", both("", " 4711")),
    "a number is changed": ("TRQ104", both(" 1990", " 1991")),
    "a decimal sign is lost": ("TRQ104", both(" 2.5", " 25")),
    "a direction override was typed": ("TRQ105", both("", "\u202e")),
    "an isolate was typed": ("TRQ105", both("", "\u2067x\u2069")),
    "a presentation form was typed": ("TRQ105", both("", " \ufefb")),
    "a broken character": ("TRQ105", both("", " \ufffd")),
    "letters of another script": ("TRQ106", both("", " Миграција")),
    "nothing but white space": ("TRQ107", target(lambda text: "  ")),
    "a line end at the end": ("TRQ107", both("", "\n")),
    "a line end at the start": ("TRQ107", target(lambda text: "\n" + text)),
    "marks of a merge": ("TRQ107", target(lambda text: "<<<<<<< HEAD " + text)),
    "an entity": ("TRQ107", both("", " R&amp;D")),
    "a word of a pseudo-language": ("TRQ107", both("", " ⟦éẋ⟧")),
    "a forbidden term": ("TRQ109", lambda pair: replace(pair, target=pair.target + " BIM", terms=_TERM)),
    "no room at any size": ("TRQ111", crowded(lines=5, least=4)),
    "left as it was": ("TRQ201", lambda pair: replace(pair, target=pair.source)),
    "the glossary's term is absent": ("TRQ202", lambda pair: replace(pair, source=pair.source + " IOM", terms=_TERM)),
    "another mark at the end": ("TRQ203", target(lambda text: text.rstrip(".") + "!")),
    "kashida": ("TRQ206", both("", " ـ")),
    "a word twice": ("TRQ208", both("", " Xyz Xyz")),
    "two spaces": ("TRQ209", target(lambda text: text.replace(" ", "  ", 1))),
    "an acronym in brackets is lost": ("TRQ210", both(" (UNHCR)", "")),
    "an open bracket": ("TRQ211", both("", " (")),
    "much too long": ("TRQ212", target(lambda text: text * 4)),
    "much too short": ("TRQ212", target(lambda text: text[:5])),
    "more lines than a room reads": ("TRQ215", crowded(lines=3, least=2)),
    "straight quotation marks": ("TRQ216", both("", ' "x"')),
    "reviewed by its translator": ("TRQ218", lambda pair: replace(pair, hands=("T1", "T1"))),
}
# What only some languages know.
OWN: list[tuple[str, str, Spoil]] = [
    ("fr", "TRQ204", both("", " oui ?")),
    ("fr", "TRQ204", both("", " « oui »")),
    ("fr", "TRQ109", both("", " clandestins")),
    ("fr", "TRQ210", both(" The UNHCR decides", " Le Haut Commissariat décide")),
    ("es", "TRQ210", both(" The UNHCR decides", " La Oficina decide")),
    ("bs", "TRQ210", both(" The ILO decides", " Ured odlučuje")),
    ("fa", "TRQ106", both("", " كتاب")),
    ("fa", "TRQ205", both("", " می روند")),
    ("fa", "TRQ207", both("", " ۱۲ 12")),
    ("ar", "TRQ207", both("", " ١٢ 12")),
    ("ar", "TRQ217", both("", " نعم, لا")),
    ("fa", "TRQ217", both("", " بله; نه")),
    ("ar", "TRQ203", both(" Who decides?", " من يقرر.")),
    *((code, "TRQ106", target(lambda text: "Nothing of it was translated here")) for code in ("ar", "fa", "ko")),
]
NOT_THERE = {("ko", "TRQ203")}  # Korean ends its questions with or without a mark


def pairs(desk: pipeline.Desk, code: str) -> list[Pair]:
    units = packs.translations(desk.root, FOLDERS, code)
    read = desk.section("2.6")
    return desk.pairs(packs.section_tree(read.section, read.exercises), units, code)


def codes_of(pair: Pair) -> set[str]:
    return {check.code for check, _, _ in judging.faults([pair])}


@cache
def sample(desk: pipeline.Desk, code: str) -> Pair:
    """A clean paragraph of the shipped pack that ends with a full stop."""
    found = (p for p in pairs(desk, code) if len(p.source) > 60 and p.source.endswith("."))
    return next(p for p in found if not codes_of(p) and "(" not in p.source and " " in p.target)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_is_found_in_every_language(real: pipeline.Desk, code: str, fault: str) -> None:
    wanted, spoil = FAULTS[fault]
    assert codes_of(sample(real, code)) == set()
    assert (wanted in codes_of(spoil(sample(real, code)))) is ((code, wanted) not in NOT_THERE)


@pytest.mark.parametrize(("code", "fault", "spoil"), OWN)
def test_the_faults_of_one_language_are_found(real: pipeline.Desk, code: str, fault: str, spoil: Spoil) -> None:
    assert fault in codes_of(spoil(sample(real, code)))


@pytest.mark.parametrize("code", CODES)
def test_faults_between_two_texts_are_found(real: pipeline.Desk, code: str) -> None:
    language, said = real.languages[code], sample(real, code).target
    for wanted, ids, texts in (
        ("TRQ108", ("9.9.Q1.a", "9.9.Q1.b"), (("One", "X"), ("Two", "X"))),
        ("TRQ213", ("9.9/a", "9.9/b"), (("The same three words", said), ("The same three words", said + " Y"))),
        ("TRQ214", ("9.9/a", "9.9/b"), (("Workers need rights everywhere", said), ("Employers carry all costs", said))),
    ):
        found = [Pair(name, source, text, language) for name, (source, text) in zip(ids, texts, strict=True)]
        assert wanted in {check.code for check, _, _ in judging.faults(found)}


@pytest.mark.parametrize("code", CODES)
def test_a_title_without_room_is_found_by_measuring(real: pipeline.Desk, code: str) -> None:
    """Not by a number that the test gives: a real slide title, its translation said four times over."""
    read = real.section("2.6")
    tree = packs.section_tree(read.section, read.exercises)
    place = next(name for name, where in sync.contexts(tree).items() if where == "Slide.title")
    unit = packs.translations(real.root, FOLDERS, code)[place]
    long = replace(unit, target=" ".join([unit.target] * 12))
    assert {"TRQ111", "TRQ215"} <= {c.code for c, _, _ in judging.faults(real.pairs(tree, {place: long}, code))}
    assert not {"TRQ111", "TRQ215"} & {c.code for c, _, _ in judging.faults(real.pairs(tree, {place: unit}, code))}


@pytest.mark.parametrize("code", CODES)
def test_a_pack_without_all_its_plural_forms_is_refused(code: str, tmp_path: Path) -> None:
    pack = (languages.FOLDER / code / "pack.yaml").read_text("utf-8")
    forms = max(2, int(languages.load()[code].plurals.partition("nplurals=")[2][0])) + 1
    wrong = ", ".join(['"{n}"'] * forms)
    (tmp_path / code).mkdir()
    (tmp_path / code / "pack.yaml").write_text(re.sub(r"(?m)^minutes:.*$", f"minutes: [{wrong}]", pack), "utf-8")
    with pytest.raises(ValueError, match=f"{forms} forms"):
        languages.load.__wrapped__(tmp_path)


@pytest.mark.parametrize("code", CODES)
def test_shipped_packs_are_quiet(real: pipeline.Desk, code: str) -> None:
    """At most 3 % of the units are flagged, and none with an error."""
    units = sum(len(packs.translations(real.root, [folder], code)) for folder in FOLDERS)
    found = [d for name in real.shelf.written for d in real.check_translations(name, code)]
    assert len(found) <= 0.03 * units
    assert not [d for d in found if d.code < "TRQ2"]


def test_a_waiver_silences_a_warning_for_one_pair_only(real: pipeline.Desk) -> None:
    pair = replace(sample(real, "fr"), target="Deux  espaces.")
    code = "TRQ209"
    waiver = {pair.id: f"qa-ok {code} @{pair_hash(pair.source, pair.target)} as printed"}
    assert code in {check.code for check, _, _ in judging.faults([pair])}
    assert code not in {check.code for check, _, _ in judging.faults([pair], waiver)}
    other = replace(pair, target="Trois  espaces.")
    assert code in {check.code for check, _, _ in judging.faults([other], waiver)}
