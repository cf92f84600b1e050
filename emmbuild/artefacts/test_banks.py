"""The two forms of the test for Moodle: as Moodle XML and as GIFT, with the question for the self-made code first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from emmbuild.artefacts.questionnaires import FORMS
from emmbuild.artefacts.shape import Artefact, File, Kit, Output
from emmbuild.core.text import words_of
from emmbuild.render import gift, moodle_xml
from emmbuild.render.bank import Bank, bank_of


def make(kit: Kit, code: str) -> Iterator[Output]:
    words = kit.words(code)
    for form in FORMS:
        bank = bank_for(kit, form, code)
        label = words("measure.code")
        how = words("measure.code.how" if kit.workshop.assessment.match_by == "self-made-code" else "measure.code.number")
        key = f"{bank.key}-{form.lower()}-code"
        name = f"trainers/{code}/test-{form.lower()}-{code}"
        xml = moodle_xml.moodle_xml(bank, moodle_xml.open_question(label, how, key))
        yield File(f"{name}-moodle.xml", xml.encode(), code)
        yield File(f"{name}-gift.txt", gift.gift(bank, gift.open_question(label, how)).encode(), code)


def bank_for(kit: Kit, form: str, code: str) -> Bank:
    words, edition = kit.words(code), kit.edition(code, "facilitator")
    title = f"{kit.workshop.id} · {words('measure.test')} · {words('measure.form', form=form)}"
    front = replace(edition.section.front, title=words_of(title))
    section = replace(edition.section, front=front, blocks=kit.items(form, code, keyed=True))
    return bank_of(replace(edition, section=section))


ARTEFACT = Artefact(
    "test-banks",
    "Tests for Moodle (Moodle XML, GIFT)",
    "trainers",
    "facilitator",
    make,
    wanted=lambda workshop: bool(workshop.assessment.test_items) and "moodle" in workshop.assessment.channels,
)
