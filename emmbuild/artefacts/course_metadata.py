"""What the workshop is for catalogues: schema.org Course, CourseInstance and LearningResource as JSON-LD, with the fields
of the Bioschemas profiles Course 1.0, CourseInstance 1.0 and TrainingMaterial 1.0. No person is named."""

from __future__ import annotations

import json
from collections.abc import Iterator

from emmbuild.artefacts.shape import Artefact, File, Kit, Output
from emmbuild.workshop.awards import hours
from emmbuild.workshop.completing import all_objectives, objectives_of
from emmbuild.workshop.model import Chosen

CONTEXT = ("https://schema.org/", {"dct": "http://purl.org/dc/terms/"})
PROFILES = "https://bioschemas.org/profiles"
_MODES = {"face-to-face": "onsite", "online": "online", "blended": "blended"}
Value = object


def make(kit: Kit, code: str) -> Iterator[Output]:
    data = {"@context": list(CONTEXT), "@graph": [_course(kit, code), *_resources(kit, code)]}
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    yield File(f"lms/{code}/course-{code}.jsonld", text.encode(), code)


def _name(kit: Kit, code: str, *parts: str) -> str:
    return ":".join(("urn:emmbuild", kit.workshop.id, *parts, code))


def _conforms(profile: str) -> dict[str, str]:
    return {"@id": f"{PROFILES}/{profile}/1.0-RELEASE"}


def _course(kit: Kit, code: str) -> dict[str, Value]:
    workshop = kit.workshop
    title = kit.edition(code).section.front.title
    source = workshop.languages.source
    spoken = [name for name in workshop.languages.working if name in kit.languages]
    objectives = [kit.objective(name, code).plain for name in all_objectives(workshop, kit.scene.shelf)]
    aims = [aim.text(code, source).plain for aim in workshop.purposes] or objectives
    found: dict[str, Value] = {
        "@type": "Course",
        "@id": _name(kit, code),
        "dct:conformsTo": _conforms("Course"),
        "identifier": workshop.id,
        "courseCode": workshop.id,
        "name": title.plain,
        "description": kit.words(code).join(aims),
        "inLanguage": kit.languages[code].tag,
        "keywords": _keywords(kit, code),
        "educationalLevel": workshop.audience.level,
        "learningResourceType": "workshop",
        "teaches": objectives,
        "timeRequired": f"PT{round(60 * hours(workshop))}M",
        "hasPart": [{"@id": _name(kit, code, chosen.section)} for chosen in _chosen(kit)],
        "hasCourseInstance": _instance(kit, code),
        "provider": _organiser(kit, code),
    }
    if others := [name for name in spoken if name != code]:
        found["workTranslation"] = [{"@id": _name(kit, name)} for name in others]
    if workshop.audience.profile:
        found["audience"] = {"@type": "EducationalAudience", "educationalRole": workshop.audience.profile}
    return found


def _organiser(kit: Kit, code: str) -> dict[str, Value]:
    event, source = kit.workshop.event, kit.workshop.languages.source
    made: dict[str, Value] = {"@type": "Organization", "name": event.organiser.text(code, source).plain or kit.workshop.id}
    if event.contact:
        made["email"] = event.contact
    return made


def _instance(kit: Kit, code: str) -> dict[str, Value]:
    workshop, event = kit.workshop, kit.workshop.event
    source = workshop.languages.source
    address: dict[str, Value] = {"@type": "PostalAddress", "addressLocality": event.city.text(code, source).plain}
    if event.country:
        address["addressCountry"] = event.country
    made: dict[str, Value] = {
        "@type": "CourseInstance",
        "@id": _name(kit, code, "instance"),
        "dct:conformsTo": _conforms("CourseInstance"),
        "name": kit.edition(code).section.front.title.plain,
        "courseMode": _MODES[event.mode],
        "courseWorkload": f"PT{round(60 * hours(workshop))}M",
        "location": {"@type": "Place", "name": event.venue.text(code, source).plain, "address": address},
        "inLanguage": [kit.languages[name].tag for name in workshop.languages.working if name in kit.languages],
        "organizer": _organiser(kit, code),
    }
    if event.dates:
        made |= {"startDate": event.dates[0].isoformat(), "endDate": event.dates[-1].isoformat()}
    if workshop.audience.expected:
        made["maximumAttendeeCapacity"] = workshop.audience.expected
    if partners := [one.name.text(code, source).plain for one in event.partners]:
        made["contributor"] = [{"@type": "Organization", "name": name} for name in partners]
    if event.donor:
        made["funder"] = {"@type": "Organization", "name": event.donor.text(code, source).plain}
    return made


def _chosen(kit: Kit) -> list[Chosen]:
    return [chosen for chosen in kit.workshop.content.sections if chosen.section in kit.scene.shelf.sections]


def _keywords(kit: Kit, code: str) -> list[str]:
    return list(dict.fromkeys(kit.title(chosen.section, code).plain for chosen in _chosen(kit)))


def _resources(kit: Kit, code: str) -> Iterator[dict[str, Value]]:
    spoken = [name for name in kit.workshop.languages.working if name in kit.languages]
    for chosen in _chosen(kit):
        facts = kit.scene.shelf.sections[chosen.section]
        front = kit.section(chosen.section, code).section.front
        objectives = objectives_of(chosen, facts)
        made: dict[str, Value] = {
            "@type": "LearningResource",
            "@id": _name(kit, code, chosen.section),
            "dct:conformsTo": _conforms("TrainingMaterial"),
            "identifier": chosen.section,
            "name": kit.title(chosen.section, code).plain,
            "description": front.summary.plain,
            "keywords": [kit.title(chosen.section, code).plain, *_tags(front.tags)],
            "inLanguage": kit.languages[code].tag,
            "learningResourceType": ["slides", "workbook", "exercise", "quiz"],
            "educationalLevel": front.level,
            "teaches": [kit.objective(name, code).plain for name in objectives],
            "timeRequired": f"PT{facts.minutes.get(chosen.depth, 0)}M",
            "version": front.version,
            "isPartOf": {"@id": _name(kit, code)},
        }
        if front.audience:
            made["audience"] = [{"@type": "EducationalAudience", "educationalRole": name} for name in front.audience]
        if front.prerequisites:
            made["competencyRequired"] = list(front.prerequisites)
        if others := [name for name in spoken if name != code]:
            made["workTranslation"] = [{"@id": _name(kit, name, chosen.section)} for name in others]
        yield made


def _tags(tags: dict[str, tuple[str, ...]]) -> list[str]:
    return [f"{scheme.upper()} {value}" for scheme, values in tags.items() for value in values]


ARTEFACT = Artefact(
    "course-metadata",
    "Course metadata (JSON-LD)",
    "lms",
    "admin",
    make,
    wanted=lambda workshop: "jsonld" in workshop.deliver.data,
)
