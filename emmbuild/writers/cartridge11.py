"""IMS Common Cartridge 1.1 with a section's questions, as Moodle takes it."""

from __future__ import annotations

from emmbuild.core.edition import Built, Edition, Format
from emmbuild.render.cartridge import Version, cartridge


def write(edition: Edition) -> Built:
    return cartridge(edition, Version("1.1.0", "imsccv1p1"))


FORMAT = Format(
    kind="cc11",
    title="Question bank, Common Cartridge 1.1",
    extension="imscc",
    audiences=("facilitator",),
    write=write,
    readers={"facilitator": "self-study"},
    holds="questions",
    usual=False,
)
