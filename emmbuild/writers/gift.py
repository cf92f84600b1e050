"""Question banks in GIFT, the plain text format of Moodle and others."""

from __future__ import annotations

from emmbuild.core.edition import Built, Edition, Format
from emmbuild.render.bank import bank_of
from emmbuild.render.gift import gift, losses


def write(edition: Edition) -> Built:
    bank = bank_of(edition)
    return Built(gift(bank).encode("utf-8"), (*bank.diagnostics, *losses(bank)), {"questions": len(bank.entries)})


FORMAT = Format(
    kind="gift",
    title="Question bank, GIFT",
    extension="txt",
    audiences=("facilitator",),
    write=write,
    readers={"facilitator": "self-study"},
    holds="questions",
    usual=False,
)
