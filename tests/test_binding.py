"""Packages with several sections or languages: shapes, ids, files and manifests; `emmbuild build --shape` and `--bundle`."""

from __future__ import annotations

import io
import json
import re
import zipfile
from functools import cache
from pathlib import Path

import pytest
from course_samples import edition, words_in
from lxml import etree
from test_cli import emm
from test_scorm import CP, schema
from test_verify import changed

from emmbuild import binding, pipeline
from emmbuild.core.edition import Bundle
from emmbuild.render.html import plain
from emmbuild.verify import verify
from emmbuild.verify.difference import difference

KINDS = ("scorm12", "scorm2004", "cmi5")
SHAPES = ("menu", "multi")


@cache
def bound(kind: str, shape: str, languages: tuple[str, ...] = ("en",), sections: tuple[str, ...] = ("9.1", "9.2")) -> bytes:
    rows = tuple(tuple(edition(language, identifier=name) for language in languages) for name in sections)
    titles = tuple(words_in(language)["topic"] for language in languages)
    bind = pipeline.formats()[kind].bind
    assert bind
    return bind(Bundle("9.1" if shape == "single" else "both", shape, titles, rows)).data


def archive(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


def manifest(kind: str, shape: str, languages: tuple[str, ...] = ("en",)) -> etree._Element:
    name = "cmi5.xml" if kind == "cmi5" else "imsmanifest.xml"
    return etree.fromstring(archive(bound(kind, shape, languages)).read(name))


@pytest.mark.parametrize("languages", [("en",), ("ar", "en", "ko")])
@pytest.mark.parametrize("shape", ["single", *SHAPES])
@pytest.mark.parametrize("kind", KINDS)
def test_every_shape_is_clean_and_valid(kind: str, shape: str, languages: tuple[str, ...]) -> None:
    data = bound(kind, shape, languages, ("9.1",) if shape == "single" else ("9.1", "9.2"))
    verdict = verify(data)
    assert (verdict.diagnostics, verdict.standard) == ((), kind)
    assert verdict.title == plain(words_in(languages[0])["title" if shape == "single" else "topic"])
    names = archive(data).namelist()
    assert names[0] in ("imsmanifest.xml", "cmi5.xml") and "index.html" in names
    assert all(re.fullmatch(r"[A-Za-z0-9._/-]{1,100}", name) for name in names)
    if kind != "cmi5":
        rules = schema(kind)
        assert rules.validate(etree.fromstring(archive(data).read("imsmanifest.xml"))), rules.error_log


@pytest.mark.parametrize("kind", ["scorm12", "scorm2004"])
def test_each_section_is_a_sco_in_one_cluster_and_the_first_comes_first(kind: str) -> None:
    document = manifest(kind, "multi")
    cp = CP[kind]
    items = list(document.iter(f"{cp}item"))
    assert [item.get("identifier") for item in items] == ["item-emm-both", "item-emm-9-1", "item-emm-9-2"]
    assert {item.get("isvisible") for item in items} == {"true"} and items[1].getparent() is items[0]
    resources = list(document.iter(f"{cp}resource"))
    assert [one.get("href") for one in resources] == ["9-1/index.html", "9-2/index.html", None]
    shared = resources[2]
    assert [one.find(f"{cp}dependency").get("identifierref") for one in resources[:2]] == [shared.get("identifier")] * 2
    listed = [file.get("href") for file in document.iter(f"{cp}file")]
    assert len(listed) == len(set(listed)) and "player/player.js" in {file.get("href") for file in shared}
    masteries = document.findall(".//{*}masteryscore") or document.findall(".//{*}minNormalizedMeasure")
    assert len(masteries) == 2


def test_a_menu_is_one_sco_with_an_objective_for_each_section() -> None:
    document = manifest("scorm2004", "menu")
    assert [item.get("identifier") for item in document.iter(f"{CP['scorm2004']}item")] == ["item-emm-both"]
    goals = [goal.get("objectiveID") for goal in document.iter("{*}objective")]
    assert goals == ["9_1", "9_2", "9_1_O1", "9_1_O2"]  # the sample's learning objectives are named alike in both


def test_cmi5_has_a_unit_for_each_section_and_all_languages() -> None:
    document = manifest("cmi5", "multi", ("en", "ar"))
    assert [unit.get("id") for unit in document.iter("{*}au")] == [
        "urn:emmbuild:emm:section:9_1",
        "urn:emmbuild:emm:section:9_2",
    ]
    assert [url.text for url in document.iter("{*}url")] == ["9-1/index.html", "9-2/index.html"]
    blocks = [block.get("id") for block in document.iter("{*}block")]
    assert len(blocks) == len(set(blocks)) == 1 or len(blocks) == 2
    said = document.find("{*}course/{*}title")
    assert [one.get("lang")[:2] for one in said] == ["en", "ar"]
    assert said[1].text == plain(words_in("ar")["topic"])


def test_all_languages_are_inside_and_ids_are_the_same() -> None:
    box = archive(bound("scorm12", "menu", ("en", "ar", "ko")))
    data = {}
    for code in ("en", "ar", "ko"):
        text = box.read(f"lang/{code}.js").decode()
        data[code] = json.loads(text[text.index("= ") + 2 : text.rindex(";")])
        assert plain(words_in(code)["topic"]) in data[code]["body"] and f'value="{code}"' in data[code]["body"]
    courses = [data[code]["course"] for code in data]
    for name in ("screens", "parts", "questions", "goals"):
        ids = [[row.get("id") or row["key"] for row in course[name]] for course in courses]
        assert ids[0] == ids[1] == ids[2]
    assert [course["dir"] for course in courses] == ["ltr", "rtl", "ltr"]
    assert {"import-card.html", "import-card-ar.html", "import-card-ko.txt"} <= set(box.namelist())


def test_a_bundle_names_its_title_in_each_language() -> None:
    spoken = manifest("scorm12", "menu", ("en", "ar"))
    md = "{http://www.imsglobal.org/xsd/imsmd_rootv1p2p1}"
    tags = [one.get("{http://www.w3.org/XML/1998/namespace}lang")[:2] for one in spoken.find(f".//{md}title")]
    assert tags == ["en", "ar"]


def test_one_language_or_all_replace_each_other_in_place() -> None:
    one = bound("scorm12", "single", ("en",), ("9.1",))
    found = difference(one, bound("scorm12", "single", ("en", "ar"), ("9.1",)))
    assert found and found.in_place
    other = difference(bound("scorm12", "multi"), bound("scorm12", "multi", sections=("9.1", "9.2", "9.3")))
    assert other and not other.in_place and any("item-emm-9-3" in line for line in other.effects)
    whole = bound("scorm12", "multi")
    asked = difference(whole, changed(whole, "9-1/course.js", b'"id":"Q2"', b'"id":"Q22"'))
    assert asked and asked.in_place and any(line.startswith("question Q22 is new") for line in asked.effects)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_card_says_which_shape_and_what_it_asks_of_the_platform(shape: str) -> None:
    say = edition("en").words
    text = archive(bound("scorm12", shape)).read("import-card.txt").decode()
    assert say(f"card-parts-{shape}", n=2) in text
    assert (say("card-open-edx-multi") in text) == (shape == "multi") == (say("card-moodle-multi") in text)


def test_the_command_builds_every_shape(tmp_path: Path) -> None:
    done = emm("build", "3.12,2.6", "--shape", "menu", "--name", "prework", "--title", "Pre-work", "--out", str(tmp_path))
    assert done.returncode == 0, done.stderr
    done = emm(
        "build",
        "2.6",
        "1.1",
        "--shape",
        "multi",
        "--to",
        "scorm2004,cmi5",
        "-l",
        "en,fr",
        "--bundle",
        "--out",
        str(tmp_path),
    )
    assert done.returncode == 0, done.stderr
    done = emm("build", "2.6", "-l", "all", "--bundle", "--out", str(tmp_path))
    assert done.returncode == 0, done.stderr
    listed = [entry["path"] for entry in json.loads((tmp_path / "manifest.json").read_text("utf-8"))["artefacts"]]
    assert listed == [
        "2.6-1.1/mul/emm-2.6-1.1-mul-multi-cmi5.zip",
        "2.6-1.1/mul/emm-2.6-1.1-mul-multi-scorm2004.zip",
        "2.6/mul/emm-2.6-mul-scorm12.zip",
        "prework/en/emm-prework-en-menu-scorm12.zip",
    ]
    course = archive((tmp_path / listed[3]).read_bytes()).read("course.js").decode()
    assert '"title":"Pre-work"' in course and course.index('"key":"3_12"') < course.index('"key":"2_6"')


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("all", "--shape", "menu"), "--name"),
        (("2.6", "3.12", "--shape", "menu", "--name", "Vor Kurs"), "--name"),
        (("2.6", "--bundle", "--to", "pptx"), "pptx"),
    ],
)
def test_wrong_use_is_said(words: tuple[str, ...], says: str, tmp_path: Path) -> None:
    done = emm("build", *words, "--out", str(tmp_path))
    assert done.returncode == 2 and says in done.stderr


def test_a_menu_that_is_too_large_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    done = emm("build", "all", "--shape", "menu", "--name", "whole", "--out", str(tmp_path))
    assert done.returncode == 1 and "PKG101" in done.stderr and not list(tmp_path.rglob("*.zip"))


def test_twelve_sections_fit_one_menu_of_scorm_12(tmp_path: Path, real: pipeline.Desk) -> None:
    wanted = binding.Binding("twelve", tuple(real.shelf.sections[:12]), ("en",), "menu")
    (made,), problems = binding.bind(real, wanted, "scorm12", tmp_path)
    assert not problems and int(str(made.facts["state"])) <= 4096


@pytest.mark.parametrize("kind", KINDS)
def test_same_sections_same_bytes(kind: str) -> None:
    one = bound.__wrapped__(kind, "multi", ("en", "ar"))
    assert one == bound(kind, "multi", ("en", "ar"))
