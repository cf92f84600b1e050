"""imsmanifest.xml of a package with one SCO, for SCORM 1.2 and SCORM 2004 4th edition.

Identifiers come from the section's id alone: an LMS finds a learner's attempts by them after an update.
"""

from __future__ import annotations

from collections.abc import Iterable

from emmbuild.plan.course import Course
from emmbuild.render.html import plain
from emmbuild.render.lom import Facts, ims_md
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


def identifier(library: str, course: Course) -> str:
    """The stable name of the package: "emm-2-6". Letters, digits and hyphens, a letter first."""
    name = "".join(c if c.isascii() and c.isalnum() else "-" for c in f"{library}-{course.id}").lower()
    return name if name[0].isalpha() else f"s-{name}"


def _location(schemas: dict[str, str], shipped: frozenset[str]) -> str:
    """xsi:schemaLocation, naming only what stands in the package: all or nothing."""
    if not shipped.issuperset(schemas.values()):
        return ""
    pairs = " ".join(f"{space} {name}" for space, name in schemas.items())
    return f'\n  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="{pairs}"'


def _resource(base: str, files: Iterable[str], kind: str) -> str:
    listed = "".join(f'\n      <file href="{attr(name)}"/>' for name in files)
    return (
        f'  <resources>\n    <resource identifier="res-{base}" type="webcontent" {kind}="sco" href="index.html">{listed}\n'
        "    </resource>\n  </resources>\n"
    )


def _item(base: str) -> str:
    return f'<item identifier="item-{base}" identifierref="res-{base}" isvisible="true">'


def scorm12_manifest(base: str, course: Course, facts: Facts, files: Iterable[str], shipped: frozenset[str]) -> str:
    title = esc(plain(course.title, 200))
    mastery = f"<adlcp:masteryscore>{course.rules.mastery}</adlcp:masteryscore>" if course.questions else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<manifest identifier="{base}" version="{attr(facts.version[:20])}"\n'
        '  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"\n'
        '  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"\n'
        f'  xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"{_location(_SCHEMAS_12, shipped)}>\n'
        f"  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion>{ims_md(facts)}</metadata>\n"
        f'  <organizations default="org-{base}">\n    <organization identifier="org-{base}">\n'
        f"      <title>{title}</title>\n"
        f"      {_item(base)}<title>{title}</title>{mastery}</item>\n"
        "    </organization>\n  </organizations>\n"
        f"{_resource(base, files, 'adlcp:scormtype')}</manifest>\n"
    )


def scorm2004_manifest(base: str, course: Course, facts: Facts, files: Iterable[str], shipped: frozenset[str]) -> str:
    title = esc(plain(course.title, 200))
    hidden = "".join(f"<adlnav:hideLMSUI>{name}</adlnav:hideLMSUI>" for name in ("previous", "continue"))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<manifest identifier="{base}" version="{attr(facts.version[:20])}"\n'
        '  xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"\n'
        '  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"\n'
        '  xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3"\n'
        f'  xmlns:imsss="http://www.imsglobal.org/xsd/imsss"{_location(_SCHEMAS_2004, shipped)}>\n'
        "  <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion>"
        f"<adlcp:location>{LOM_FILE}</adlcp:location></metadata>\n"
        f'  <organizations default="org-{base}">\n    <organization identifier="org-{base}">\n'
        f"      <title>{title}</title>\n"
        f"      {_item(base)}\n        <title>{title}</title>\n"
        f"        {_sequencing(course)}\n"
        "        <adlnav:presentation><adlnav:navigationInterface>"
        f"{hidden}</adlnav:navigationInterface></adlnav:presentation>\n"
        "      </item>\n    </organization>\n  </organizations>\n"
        f"{_resource(base, files, 'adlcp:scormType')}</manifest>\n"
    )


def _sequencing(course: Course) -> str:
    """Passed by measure when there are questions; one objective for each learning objective; the SCO decides."""
    measured = bool(course.questions)
    least = f"<imsss:minNormalizedMeasure>{course.rules.mastery / 100:g}</imsss:minNormalizedMeasure>" if measured else ""
    primary = (
        f'<imsss:primaryObjective objectiveID="primary" satisfiedByMeasure="{str(measured).lower()}">{least}'
        "</imsss:primaryObjective>"
    )
    others = "".join(f'<imsss:objective objectiveID="{objective.key}"/>' for objective in course.objectives)
    return (
        f"<imsss:sequencing><imsss:objectives>{primary}{others}</imsss:objectives>"
        '<imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/></imsss:sequencing>'
    )
