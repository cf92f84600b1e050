"""Question banks in Moodle XML: every kind of question as Moodle itself has it (ordering since Moodle 4.4)."""

from __future__ import annotations

from emmbuild.core.edition import Built, Edition, Format
from emmbuild.render.bank import bank_of
from emmbuild.render.moodle_xml import moodle_xml


def write(edition: Edition) -> Built:
    bank = bank_of(edition)
    return Built(moodle_xml(bank).encode("utf-8"), bank.diagnostics, {"questions": len(bank.entries)})


FORMAT = Format(
    kind="moodle-xml",
    title="Question bank, Moodle XML",
    extension="xml",
    audiences=("facilitator",),
    write=write,
    readers={"facilitator": "self-study"},
    holds="questions",
    usual=False,
)
