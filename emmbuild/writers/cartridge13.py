"""IMS Common Cartridge 1.3 with a section's questions, as Canvas takes it."""

from __future__ import annotations

from emmbuild.core.edition import Built, Edition, Format
from emmbuild.render.cartridge import Version, cartridge


def write(edition: Edition) -> Built:
    return cartridge(edition, Version("1.3.0", "imsccv1p3"))


FORMAT = Format(
    kind="cc13",
    title="Question bank, Common Cartridge 1.3",
    extension="imscc",
    audiences=("facilitator",),
    write=write,
    readers={"facilitator": "self-study"},
    holds="questions",
    usual=False,
)
