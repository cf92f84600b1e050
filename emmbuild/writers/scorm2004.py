"""SCORM 2004 4th edition packages: one section, one SCO, played by our own player."""

from __future__ import annotations

from emmbuild.core.edition import Built, Bundle, Edition, Format
from emmbuild.render.manifest import scorm2004_manifest
from emmbuild.render.package import Standard, bound, package

STANDARD = Standard("scorm2004", "api2004.js", scorm2004_manifest, lom_file=True)


def write(edition: Edition) -> Built:
    return package(edition, STANDARD)


def bind(bundle: Bundle) -> Built:
    return bound(bundle, STANDARD)


FORMAT = Format(
    kind="scorm2004",
    title="SCORM 2004 4th edition package",
    extension="zip",
    audiences=("participant",),
    write=write,
    readers={"participant": "self-study"},
    keyed=frozenset({"participant"}),
    bind=bind,
)
