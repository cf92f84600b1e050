"""imsmanifest.xml for SCORM 1.2 and SCORM 2004 4th edition: one SCO, or one for each section in a cluster.

Identifiers come from the sections' ids alone: an LMS finds a learner's attempts by them after an update.
"""

from __future__ import annotations

from collections.abc import Callable

from emmbuild.render.lom import ims_md
from emmbuild.render.outline import Outline, Unit
from emmbuild.render.xml import attr, esc

_SCHEMAS_12 = {
    "http://www.imsproject.org/xsd/imscp_rootv1p1p2": "imscp_rootv1p1p2.xsd",
    "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1": "imsmd_rootv1p2p1.xsd",
    "http://www.adlnet.org/xsd/adlcp_rootv1p2": "adlcp_rootv1p2.xsd",
}
_SCHEMAS_2004 = {
    "http://www.imsglobal.org/xsd/imscp_v1p1": "imscp_v1p1.xsd",
    "http://www.adlnet.org/xsd/adlcp_v1p3": "adlcp_v1p3.xsd",
    "http://www.adlnet.org/xsd/adlnav_v1p3": "adlnav_v1p3.xsd",
    "http://www.imsglobal.org/xsd/imsss": "imsss_v1p0.xsd",
}
LOM_FILE = "lom.xml"


def _location(schemas: dict[str, str], shipped: frozenset[str]) -> str:
    """xsi:schemaLocation, naming only what stands in the package: all or nothing."""
    if not shipped.issuperset(schemas.values()):
        return ""
    pairs = " ".join(f"{space} {name}" for space, name in schemas.items())
    return f'\n  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="{pairs}"'


def _resources(outline: Outline, kind: str) -> str:
    """A resource for each SCO, the first section's first; what they share is an asset that each depends on."""
    shared = f"res-{outline.base}-shared"
    needs = f'\n      <dependency identifierref="{shared}"/>' if outline.several else ""
    scos = "".join(
        f'    <resource identifier="res-{unit.base}" type="webcontent" {kind}="sco" href="{attr(unit.href)}">'
        f"{_files(unit.files if outline.several else (*unit.files, *outline.common))}{needs}\n    </resource>\n"
        for unit in outline.units
    )
    common = (
        f'    <resource identifier="{shared}" type="webcontent" {kind}="asset">{_files(outline.common)}\n    </resource>\n'
        if outline.several
        else ""
    )
    return f"  <resources>\n{scos}{common}  </resources>\n"


def _files(names: tuple[str, ...]) -> str:
    return "".join(f'\n      <file href="{attr(name)}"/>' for name in sorted(names))


def _organization(outline: Outline, inside: Callable[[Unit], str], of_cluster: str = "", of_all: str = "") -> str:
    """The items; `inside` says what stands in one after its title. Several SCOs stand in one cluster."""
    items = "".join(
        f'      <item identifier="item-{unit.base}" identifierref="res-{unit.base}" isvisible="true">'
        f"<title>{esc(unit.facts.title)}</title>{inside(unit)}</item>\n"
        for unit in outline.units
    )
    title = esc(outline.facts.title)
    if outline.several:
        items = (
            f'      <item identifier="item-{outline.base}" isvisible="true"><title>{title}</title>\n'
            f"{items}{of_cluster}      </item>\n"
        )
    return (
        f'  <organizations default="org-{outline.base}">\n    <organization identifier="org-{outline.base}">\n'
        f"      <title>{title}</title>\n{items}{of_all}    </organization>\n  </organizations>\n"
    )


def scorm12_manifest(outline: Outline, shipped: frozenset[str]) -> str:
    def mastery(unit: Unit) -> str:
        return "" if unit.mastery is None else f"<adlcp:masteryscore>{unit.mastery}</adlcp:masteryscore>"

    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<manifest identifier="{outline.base}" version="{attr(outline.facts.version[:20])}"\n'
        '  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"\n'
        '  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"\n'
        f'  xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"{_location(_SCHEMAS_12, shipped)}>\n'
        "  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion>"
        f"{ims_md(outline.facts)}</metadata>\n"
        f"{_organization(outline, mastery)}"
        f"{_resources(outline, 'adlcp:scormtype')}</manifest>\n"
    )


def scorm2004_manifest(outline: Outline, shipped: frozenset[str]) -> str:
    """The LMS's own buttons for the next part stay where there are several SCOs: ours end at the section's last screen."""
    hidden = "".join(f"<adlnav:hideLMSUI>{name}</adlnav:hideLMSUI>" for name in ("previous", "continue"))
    shown = f"<adlnav:presentation><adlnav:navigationInterface>{hidden}</adlnav:navigationInterface></adlnav:presentation>"

    def inside(unit: Unit) -> str:
        return _sequencing(unit) + ("" if outline.several else shown)

    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<manifest identifier="{outline.base}" version="{attr(outline.facts.version[:20])}"\n'
        '  xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"\n'
        '  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"\n'
        '  xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3"\n'
        f'  xmlns:imsss="http://www.imsglobal.org/xsd/imsss"{_location(_SCHEMAS_2004, shipped)}>\n'
        "  <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion>"
        f"<adlcp:location>{LOM_FILE}</adlcp:location></metadata>\n"
        f"{_organization(outline, inside, _CLUSTER, _CLUSTER if outline.several else '')}"
        f"{_resources(outline, 'adlcp:scormType')}</manifest>\n"
    )


# The learner chooses freely among the sections, or goes through them one after the other.
_CLUSTER = '      <imsss:sequencing><imsss:controlMode choice="true" flow="true"/></imsss:sequencing>\n'


def _sequencing(unit: Unit) -> str:
    """Passed by measure when there are questions; one objective for each learning objective; the SCO decides."""
    measured = unit.mastery is not None
    score = f"{(unit.mastery or 0) / 100:g}"
    least = f"<imsss:minNormalizedMeasure>{score}</imsss:minNormalizedMeasure>" if measured else ""
    primary = (
        f'<imsss:primaryObjective objectiveID="primary" satisfiedByMeasure="{str(measured).lower()}">{least}'
        "</imsss:primaryObjective>"
    )
    others = "".join(f'<imsss:objective objectiveID="{key}"/>' for key, _ in unit.goals)
    return (
        f"<imsss:sequencing><imsss:objectives>{primary}{others}</imsss:objectives>"
        '<imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/></imsss:sequencing>'
    )
