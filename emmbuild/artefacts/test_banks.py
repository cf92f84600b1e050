"""The two forms of the test for Moodle: as Moodle XML and as GIFT, with the question for the self-made code first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from emmbuild.artefacts import asking
from emmbuild.artefacts.questionnaires import FORMS
from emmbuild.artefacts.shape import Artefact, File, Kit, Output
from emmbuild.core.text import words_of
from emmbuild.plan.survey.model import Ask
from emmbuild.render import gift, moodle_xml
from emmbuild.render.bank import Bank, bank_of


def make(kit: Kit, code: str) -> Iterator[Output]:
    for form in FORMS:
        bank = bank_for(kit, form, code)
        name, key = f"trainers/{code}/test-{form.lower()}-{code}", f"{bank.key}-{form.lower()}"
        yield File(f"{name}-moodle.xml", moodle_xml.moodle_xml(bank, "".join(_lead_xml(kit, code, key))).encode(), code)
        yield File(f"{name}-gift.txt", gift.gift(bank, "".join(_lead_gift(kit, code))).encode(), code)


def _lead(kit: Kit, code: str) -> Iterator[Ask]:
    """The code and, where it says nothing of the person, the questions about sex, institution and language."""
    yield from asking.code_part(kit, code).asks
    if kit.workshop.assessment.match_by == "self-made-code":
        yield from asking.about_part(kit, code).asks


def _lead_xml(kit: Kit, code: str, key: str) -> Iterator[str]:
    for ask in _lead(kit, code):
        choices = [(choice.id, choice.text.plain) for choice in ask.choices]
        name = f"{key}-{ask.name}"
        if choices:
            yield moodle_xml.choice_question(ask.label.plain, ask.label.plain, name, choices)
        else:
            yield moodle_xml.open_question(ask.label.plain, ask.hint.plain or ask.label.plain, name)


def _lead_gift(kit: Kit, code: str) -> Iterator[str]:
    for ask in _lead(kit, code):
        if ask.choices:
            yield gift.choice_question(ask.label.plain, ask.label.plain, [choice.text.plain for choice in ask.choices])
        else:
            yield gift.open_question(ask.label.plain, ask.hint.plain or ask.label.plain)


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
