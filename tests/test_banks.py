"""Question banks: read back by parsers that know the format and not us."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import zipfile
from functools import cache

import pytest
from conftest import ROOT
from course_samples import edition
from lxml import etree

from emmbuild import pipeline
from emmbuild.core.edition import Built

LANGUAGES = pytest.mark.parametrize("language", ["en", "ar", "ko"])


@cache
def built(kind: str, language: str = "en") -> Built:
    return pipeline.formats()[kind].write(edition(language))


def archive(kind: str, language: str = "en") -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(built(kind, language).data))


@LANGUAGES
def test_moodle_xml_has_each_kind_with_its_right_answer(language: str) -> None:
    questions = etree.fromstring(built("moodle-xml", language).data).findall("question")[1:]
    types = ["multichoice", "multichoice", "truefalse", "matching", "ordering", "shortanswer", "numerical"]
    assert [question.get("type") for question in questions] == types
    assert [question.findtext("idnumber") for question in questions] == [f"emm-9-1-q{n}" for n in range(1, 8)]
    for question in questions:
        if question.get("type") in ("multichoice", "truefalse", "shortanswer", "numerical"):
            fractions = [float(answer.get("fraction")) for answer in question.findall("answer")]
            assert sum(f for f in fractions if f > 0) == pytest.approx(100, abs=0.001) or len(set(fractions)) == 2
        assert question.findtext("questiontext/text")
    direction = "rtl" if language == "ar" else "ltr"
    assert f'dir="{direction}"' in questions[0].findtext("questiontext/text")
    assert questions[6].findtext("answer/text") == "2006" and questions[6].findtext("answer/tolerance") == "1"
    assert [a.findtext("text") for a in questions[2].findall("answer")] == ["true", "false"]
    assert [a.get("fraction") for a in questions[2].findall("answer")] == ["0", "100"]


@LANGUAGES
def test_gift_can_be_split_by_its_own_rules(language: str) -> None:
    """Each question is `::name::words {answers}`; what has a meaning stands behind a backslash."""
    text = built("gift", language).data.decode("utf-8")
    entries = re.findall(r"^::((?:\\.|[^:\\])+)::((?:\\.|[^{\\])+)\{\n((?:\\.|[^}\\])+)\}$", text, re.M)
    assert len(entries) == 7
    bodies = [body for _, _, body in entries]
    assert bodies[0].count("\t=") == 1 and bodies[0].count("\t~") == 1
    assert bodies[1].count("~%50%") == 2 and bodies[1].count("~%-100%") == 1
    assert bodies[2].startswith("\tFALSE") and bodies[3].count(" -> ") == 3 and bodies[6].startswith("\t#\n\t=2006:1")
    assert {d.code for d in built("gift", language).diagnostics} == {"PKG106"}


def test_gift_is_read_by_another_parser() -> None:
    parser = ROOT / "tests/tools/node_modules/gift-pegjs"
    if not parser.is_dir() or not shutil.which("node"):
        pytest.fail("needs Node and tests/tools/node_modules (make test installs them)")
    read = f"require({json.dumps(str(parser))}).parse(require('fs').readFileSync(0, 'utf8'))"
    code = f"console.log(JSON.stringify({read}.map((question) => question.type)))"
    run = subprocess.run(["node", "-e", code], input=built("gift").data, capture_output=True, check=True)
    assert json.loads(run.stdout) == ["Category", "MC", "MC", "TF", "Matching", "Matching", "Short", "Numerical"]


@LANGUAGES
def test_qti_items_are_what_their_manifest_lists(language: str) -> None:
    box = archive("qti21", language)
    names = [node.get("href") for node in etree.fromstring(box.read("imsmanifest.xml")).iter("{*}file")]
    assert sorted(names) == sorted(set(box.namelist()) - {"imsmanifest.xml"})
    wanted = ["choice", "choice", "choice", "match", "order", "textEntry", "textEntry"]
    for name, kind in zip(names, wanted, strict=True):
        item = etree.fromstring(box.read(name))
        assert item.get("identifier") and item.get("{http://www.w3.org/XML/1998/namespace}lang")
        found = [etree.QName(node).localname for node in item.iter("{*}*") if node.get("responseIdentifier")]
        assert found == [f"{kind}Interaction"]
        known = {node.get("identifier") for node in item.iter("{*}simpleChoice", "{*}simpleAssociableChoice")}
        values = [value.text for value in item.find("{*}responseDeclaration/{*}correctResponse")]
        assert values and (not known or {part for value in values for part in value.split()} <= known)


@pytest.mark.parametrize(("kind", "number"), [("cc11", "1.1.0"), ("cc13", "1.3.0")])
@LANGUAGES
def test_a_cartridge_is_what_moodle_and_canvas_look_for(kind: str, number: str, language: str) -> None:
    box = archive(kind, language)
    manifest = box.read("imsmanifest.xml")
    space = f"http://www.imsglobal.org/xsd/imsccv{number[0]}p{number[2]}/imscp_v1p1"
    assert f'xmlns="{space}"'.encode() in manifest[:1024]
    document = etree.fromstring(manifest)
    assert document.findtext("{*}metadata/{*}schemaversion") == number
    resource = document.find(".//{*}resource")
    assert resource.get("type") == f"imsqti_xmlv1p2/imscc_xmlv{number[0]}p{number[2]}/assessment"
    assert {node.get("href") for node in document.iter("{*}file")} == set(box.namelist()) - {"imsmanifest.xml"}
    for node in document.iter():
        assert not node.get("identifier") or node.get("identifier")[0].isalpha()
    items = list(etree.fromstring(box.read("assessment/questions.xml")).iter("{*}item"))
    assert len(items) == 3 + 3 + 3 + 2  # matching and ordering are a single choice for each line
    for item in items:
        labels = {label.get("ident") for label in item.iter("{*}response_label")}
        right = item.find(".//{*}respcondition[@continue='No']/{*}conditionvar")
        assert not labels or {equal.text for equal in right.iter("{*}varequal")} <= labels
        assert {show.get("linkrefid") for show in item.iter("{*}displayfeedback")} == {
            said.get("ident") for said in item.iter("{*}itemfeedback")
        }


@pytest.mark.parametrize("kind", ["moodle-xml", "gift", "qti21", "cc11", "cc13"])
def test_a_bank_is_made_only_when_it_is_asked_for(kind: str) -> None:
    made = pipeline.formats()[kind]
    assert not made.usual and made.file_name(edition("ko")) == f"emm-9.1-ko-{kind}.{made.extension}"


def test_files_with_answers_in_the_open_are_not_for_participants() -> None:
    """A question bank is for whoever loads it into an LMS; only packages, which mark answers themselves, hold keys for learners."""
    for kind, made in pipeline.formats().items():
        if "participant" in made.audiences and "participant" in made.keyed:
            assert kind in ("scorm12", "scorm2004", "cmi5")
