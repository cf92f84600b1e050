"""cmi5 packages: an assignable unit for each section, played by our own player against a learning record store."""

from __future__ import annotations

from emmbuild.core.edition import Built, Bundle, Edition, Format
from emmbuild.render.course_structure import NAME, course_structure
from emmbuild.render.package import Standard, bound, package

STANDARD = Standard("cmi5", "cmi5.js", course_structure, manifest_name=NAME, network=True)


def write(edition: Edition) -> Built:
    return package(edition, STANDARD)


def bind(bundle: Bundle) -> Built:
    return bound(bundle, STANDARD)


FORMAT = Format(
    kind="cmi5",
    title="cmi5 package",
    extension="zip",
    audiences=("participant",),
    write=write,
    readers={"participant": "self-study"},
    keyed=frozenset({"participant"}),
    usual=False,
    bind=bind,
)
