"""What measures a workshop: forms convert, calendars load elsewhere, metadata are valid, no name outside private/."""

from __future__ import annotations

import csv
import io
import json
import warnings
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterable
from pathlib import Path

import icalendar
import pytest
import vobject
from conftest import ROOT
from people_samples import csv_of

from emmbuild import pipeline
from emmbuild.artefacts import (
    calendars,
    certificates,
    check_report,
    course_metadata,
    coverage_tables,
    followup_mail,
    questionnaires,
    results_entry,
    survey_files,
    survey_papers,
    test_banks,
    test_papers,
)
from emmbuild.artefacts.shape import Artefact, File, Output, Paper
from emmbuild.assembly.hall import Hall
from emmbuild.assembly.kit import WorkshopKit
from emmbuild.readers import tables
from emmbuild.render.word import word_file
from emmbuild.workshop.awards import awards

CODES = ("en", "fr", "ar")


@pytest.fixture(scope="module")
def kit(real: pipeline.Desk) -> WorkshopKit:
    return WorkshopKit(Hall(real, "tunis-2027", people=csv_of(60).encode()))


def made(kit: WorkshopKit, artefact: Artefact) -> list[Output]:
    codes = {"once": ("",), "source": ("en",)}.get(artefact.languages, CODES)
    assert artefact.make is not None
    return [output for code in codes for output in artefact.make(kit, code)]


def files(kit: WorkshopKit, artefact: Artefact) -> dict[str, bytes]:
    return {one.path: one.data for one in made(kit, artefact) if isinstance(one, File)}


def words_of(papers: Iterable[Output]) -> str:
    found = []
    for one in papers:
        if isinstance(one, Paper):
            with zipfile.ZipFile(io.BytesIO(word_file(one.document, one.edition).data)) as parts:
                found.append("".join(ET.fromstring(parts.read("word/document.xml")).itertext()))
    return "\n".join(found)


def test_every_xlsform_converts_without_a_warning_in_every_language(kit: WorkshopKit, tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the libraries that pyxform imports
        from pyxform.xls2xform import xls2xform_convert
    forms = files(kit, survey_files.ARTEFACT)
    assert {Path(path).name.removesuffix("-xlsform.xlsx") for path in forms} == {
        "needs", "test-a", "test-b", "daily-1", "final", "followup",
    }  # fmt: skip
    for path, data in forms.items():
        file, out = tmp_path / Path(path).name, tmp_path / "form.xml"
        file.write_bytes(data)
        assert xls2xform_convert(str(file), str(out), validate=False) == []
        text = out.read_text("utf-8")
        assert {f"{kit.languages[code].name} ({code})" for code in CODES} == {
            node.get("lang") for node in ET.fromstring(text).iter() if node.tag.endswith("translation")
        }


def test_no_two_questions_of_a_form_have_one_name(kit: WorkshopKit) -> None:
    for code in CODES:
        for survey in questionnaires.every(kit, code):
            names = [ask.name for ask in survey.asks]
            assert len(names) == len(set(names))


def test_forms_are_parallel_and_no_paper_tells_an_answer(kit: WorkshopKit) -> None:
    first, second = kit.items("A", "en"), kit.items("B", "en")
    assert [item.meta.objectives for item in first] == [item.meta.objectives for item in second]
    assert not any(item.keyed or item.rationale for item in (*first, *second))
    papers = made(kit, test_papers.ARTEFACT)
    assert all(paper.path.startswith("trainers/") for paper in papers)
    keys = [paper for paper in papers if "marking-key" in paper.path]
    questions = [paper for paper in papers if "/test-" in paper.path]
    why = kit.items("A", "en", keyed=True)[0].rationale.plain
    assert why in words_of(keys)
    assert why not in words_of(questions)


@pytest.mark.parametrize("code", CODES)
def test_test_banks_ask_for_the_code_first(kit: WorkshopKit, code: str) -> None:
    data = files(kit, test_banks.ARTEFACT)
    quiz = ET.fromstring(data[f"trainers/{code}/test-a-{code}-moodle.xml"])
    kinds = [question.get("type") for question in quiz if question.get("type") != "category"]
    assert kinds[:4] == ["essay", "multichoice", "essay", "multichoice"]
    assert len(kinds) == 4 + len(kit.items("A", code))
    zero = [float(question.findtext("defaultgrade") or "nan") for question in quiz if question.get("type") != "category"]
    assert zero[:4] == [0.0] * 4
    assert "{}" in data[f"trainers/{code}/test-a-{code}-gift.txt"].decode()


def test_calendars_load_here_and_elsewhere(kit: WorkshopKit) -> None:
    found = files(kit, calendars.ARTEFACT)
    assert found == files(kit, calendars.ARTEFACT)
    whole = icalendar.Calendar.from_ical(found["participants/en/calendar-en.ics"])
    zone = [str(part["TZID"]) for part in whole.walk("VTIMEZONE")]
    assert zone == ["Africa/Tunis"]
    sessions = {session.id: session for session in kit.workshop.sessions if session.kind != "buffer"}
    events = {str(event["UID"]).split("@")[0]: event for event in whole.walk("VEVENT")}
    assert events.keys() == sessions.keys()
    assert events["bo1"]["DTSTART"].dt.strftime("%Y-%m-%d %H:%M %z") == "2027-04-13 14:00 +0100"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # vobject is older than some of its libraries
        for data in found.values():
            other = vobject.readOne(data.decode())
            assert len(other.vevent_list) == len(icalendar.Calendar.from_ical(data).walk("VEVENT"))
    for one in kit.workshop.present:
        own = icalendar.Calendar.from_ical(found[f"trainers/calendars/{one.id}.ics"])
        spans = sorted((event["DTSTART"].dt, event["DTEND"].dt) for event in own.walk("VEVENT"))
        assert all(before[1] <= after[0] for before, after in zip(spans, spans[1:], strict=False))
    due = icalendar.Calendar.from_ical(found["trainers/calendars/preparation.ics"])
    days = {str(event["UID"]).split("@")[0]: event["DTSTART"].dt.isoformat() for event in due.walk("VEVENT")}
    assert days["task-four-weeks"] == "2027-03-16"
    assert days["task-prework-due"] == "2027-04-09"
    assert days["task-later"] == "2027-08-14"


SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix s: <https://schema.org/> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
[] a sh:NodeShape ; sh:targetClass s:Course ; sh:closed true ; sh:ignoredProperties (rdf:type dct:conformsTo) ;
  sh:property [sh:path s:name ; sh:minCount 1 ; sh:maxCount 1 ; sh:minLength 3] ,
    [sh:path s:description ; sh:minCount 1 ; sh:minLength 20] , [sh:path s:keywords ; sh:minCount 1] ,
    [sh:path s:hasCourseInstance ; sh:minCount 1 ; sh:class s:CourseInstance] ,
    [sh:path s:hasPart ; sh:minCount 1 ; sh:class s:LearningResource] , [sh:path s:teaches ; sh:minCount 1] ,
    [sh:path s:inLanguage ; sh:minCount 1 ; sh:pattern "^[a-z]{2,3}(-[A-Z][A-Za-z]+)?$"] ,
    [sh:path s:timeRequired ; sh:minCount 1 ; sh:pattern "^PT[0-9]+M$"] ,
    [sh:path s:workTranslation ; sh:minCount 2 ; sh:nodeKind sh:IRI] , [sh:path s:provider ; sh:class s:Organization] ,
    [sh:path s:identifier] , [sh:path s:courseCode] , [sh:path s:educationalLevel] , [sh:path s:learningResourceType] ,
    [sh:path s:audience ; sh:class s:EducationalAudience] .
[] a sh:NodeShape ; sh:targetClass s:CourseInstance ; sh:closed true ; sh:ignoredProperties (rdf:type dct:conformsTo) ;
  sh:property [sh:path s:courseMode ; sh:minCount 1 ; sh:in ("onsite" "online" "blended")] ,
    [sh:path s:location ; sh:minCount 1 ; sh:class s:Place] , [sh:path s:name ; sh:minCount 1] ,
    [sh:path s:startDate ; sh:minCount 1 ; sh:pattern "^2027-04-13$"] ,
    [sh:path s:endDate ; sh:minCount 1 ; sh:pattern "^2027-04-14$"] , [sh:path s:inLanguage ; sh:minCount 3] ,
    [sh:path s:courseWorkload] , [sh:path s:organizer ; sh:class s:Organization] ,
    [sh:path s:maximumAttendeeCapacity ; sh:datatype xsd:integer] , [sh:path s:contributor] , [sh:path s:funder] .
[] a sh:NodeShape ; sh:targetClass s:LearningResource ; sh:closed true ; sh:ignoredProperties (rdf:type dct:conformsTo) ;
  sh:property [sh:path s:name ; sh:minCount 1] , [sh:path s:description ; sh:minCount 1 ; sh:minLength 20] ,
    [sh:path s:keywords ; sh:minCount 1] , [sh:path s:inLanguage ; sh:minCount 1] , [sh:path s:teaches ; sh:minCount 1] ,
    [sh:path s:learningResourceType ; sh:minCount 1] , [sh:path s:isPartOf ; sh:class s:Course] ,
    [sh:path s:timeRequired ; sh:pattern "^PT[1-9][0-9]*M$"] , [sh:path s:identifier] , [sh:path s:educationalLevel] ,
    [sh:path s:version] , [sh:path s:competencyRequired] , [sh:path s:audience ; sh:class s:EducationalAudience] ,
    [sh:path s:workTranslation ; sh:nodeKind sh:IRI] .
"""


def graph(data: bytes) -> object:
    """The RDF of the metadata; the context of schema.org is given here, since nothing is fetched."""
    from rdflib import Graph

    course = json.loads(data)
    assert course["@context"][0] == "https://schema.org/"
    links = {name: {"@id": f"https://schema.org/{name}", "@type": "@id"} for name in ("isPartOf",)}
    course["@context"] = [{"@vocab": "https://schema.org/", **links}, course["@context"][1]]
    return Graph().parse(data=json.dumps(course), format="json-ld")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_metadata_fit_the_profiles_and_name_nobody(kit: WorkshopKit) -> None:
    from pyshacl import validate
    from rdflib import Graph

    shapes = Graph().parse(data=SHAPES, format="turtle")
    found = files(kit, course_metadata.ARTEFACT)
    assert set(found) == {f"lms/{code}/course-{code}.jsonld" for code in CODES}
    for data in found.values():
        fits, _, said = validate(graph(data), shacl_graph=shapes)
        assert fits, said
    broken = found["lms/en/course-en.jsonld"].replace(b'"courseMode"', b'"courseModus"')
    assert not validate(graph(broken), shacl_graph=shapes)[0]


def test_certificates_are_private_numbered_and_hold_their_checksum(kit: WorkshopKit) -> None:
    found = made(kit, certificates.ARTEFACT)
    assert all(one.path.startswith("private/") for one in found)
    register = next(one.data for one in found if isinstance(one, File))
    rows = list(csv.DictReader(io.StringIO(register.decode("utf-8-sig"))))
    assert len(rows) == 60
    assert len({row["serial"] for row in rows}) == len({row["check"] for row in rows}) == 60
    given = list(awards(kit.workshop, kit.scene.people))
    assert all(award.person.name not in award.code for award in given)
    text = words_of(found)
    assert all(award.serial in text and award.person.name in text for award in given)


def test_nothing_else_names_a_participant(kit: WorkshopKit) -> None:
    names = [name for person in kit.scene.people for name in (person.name, person.name_local, person.email) if name]
    for artefact in (calendars, check_report, course_metadata, coverage_tables, followup_mail, results_entry, survey_files,
                     survey_papers, test_banks, test_papers):  # fmt: skip
        outputs = made(kit, artefact.ARTEFACT)
        text = words_of(outputs)
        for one in outputs:
            if isinstance(one, File) and one.path.endswith(".xlsx"):
                text += "\n".join(cell for table in tables.read(one.path, one.data) for row in table.rows for cell in row)
            elif isinstance(one, File):
                text += one.data.decode("utf-8", "replace")
        assert not [name for name in names if name in text], artefact.__name__


def test_coverage_shows_holes(real: pipeline.Desk) -> None:
    recipe = (ROOT / "emmbuild/recipes/sample.yaml").read_text("utf-8")
    for text, holes in ((recipe, 0), (recipe.replace("practises: [3.12.O1, 3.12.O3]", "practises: [3.12.O1]"), 1)):
        found = files(WorkshopKit(Hall(real, "sample", text)), coverage_tables.ARTEFACT)
        assert found["trainers/coverage.html"].decode().count('class="bad"') == holes
        [objectives, tags, spoken] = tables.read("c.xlsx", found["trainers/coverage.xlsx"])
        assert sum(cell == "missing" for row in objectives.rows for cell in row) == holes
        assert any(row[0] == "SDG 10.7" for row in tags.rows)
        assert spoken.header[1:] == ("en", "fr")


def test_the_check_report_says_what_the_checks_say(real: pipeline.Desk) -> None:
    recipe = (ROOT / "emmbuild/recipes/sample.yaml").read_text("utf-8")
    hall = Hall(real, "sample", recipe.replace("practises: [3.12.O1, 3.12.O3]", "practises: [3.12.O1]"))
    found = files(WorkshopKit(hall), check_report.ARTEFACT)
    assert [one["code"] for one in json.loads(found["trainers/checks.json"])["findings"]] == ["COV102"]
    assert "COV102" in found["trainers/checks.html"].decode()
