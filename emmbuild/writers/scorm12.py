"""SCORM 1.2 packages: one section, one SCO, played by our own player."""

from __future__ import annotations

from emmbuild.core.edition import Built, Bundle, Edition, Format
from emmbuild.render.manifest import scorm12_manifest
from emmbuild.render.package import Standard, bound, package

STANDARD = Standard("scorm12", "api12.js", scorm12_manifest)


def write(edition: Edition) -> Built:
    return package(edition, STANDARD)


def bind(bundle: Bundle) -> Built:
    return bound(bundle, STANDARD)


FORMAT = Format(
    kind="scorm12",
    title="SCORM 1.2 package",
    extension="zip",
    audiences=("participant",),
    write=write,
    readers={"participant": "self-study"},
    keyed=frozenset({"participant"}),
    bind=bind,
)
