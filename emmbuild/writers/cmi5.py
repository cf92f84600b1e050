"""cmi5 packages: one section, one assignable unit, played by our own player against a learning record store."""

from __future__ import annotations

from emmbuild.core.edition import Built, Edition, Format
from emmbuild.render.course_structure import NAME, course_structure
from emmbuild.render.package import Standard, package


def write(edition: Edition) -> Built:
    standard = Standard(
        "cmi5",
        "cmi5.js",
        lambda _base, course, facts, names, _shipped: course_structure(edition, course, facts, names),
        manifest_name=NAME,
        network=True,
    )
    return package(edition, standard)


FORMAT = Format(
    kind="cmi5",
    title="cmi5 package",
    extension="zip",
    audiences=("participant",),
    write=write,
    readers={"participant": "self-study"},
    keyed=frozenset({"participant"}),
    usual=False,
)
