"""SCORM packages as files: manifest against the real schemas, every file listed, nothing given away."""

from __future__ import annotations

import html
import io
import re
import zipfile
from dataclasses import replace
from functools import cache

import pytest
from course_samples import edition, words_in
from lxml import etree
from test_contracts import squeezed

from emmbuild.core.edition import Built
from emmbuild.core.text import Link, Plain, Text
from emmbuild.render.html import plain
from emmbuild.render.html_text import Page, inline
from emmbuild.render.import_card import SOURCES
from emmbuild.schemas import schema_files
from emmbuild.writers import scorm12, scorm2004

FORMATS = {"scorm12": scorm12.FORMAT, "scorm2004": scorm2004.FORMAT}
BOTH = pytest.mark.parametrize("kind", FORMATS)
CP = {
    "scorm12": "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}",
    "scorm2004": "{http://www.imsglobal.org/xsd/imscp_v1p1}",
}


@cache
def built(kind: str, language: str = "en") -> Built:
    return FORMATS[kind].write(edition(language))


def opened(kind: str, language: str = "en") -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(built(kind, language).data))


def manifest(kind: str, language: str = "en") -> etree._Element:
    return etree.fromstring(opened(kind, language).read("imsmanifest.xml"))


class _Local(etree.Resolver):
    """Schemas from memory, adapted where they break the rules of XSD that lxml keeps to."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files

    def resolve(self, url: str, _id: str, context: object):
        name = url.rsplit("/", 1)[-1]
        return self.resolve_string(self.files.get(name, b""), context) if name in self.files else None


def schema(kind: str) -> etree.XMLSchema:
    files = dict(schema_files(kind))
    if kind == "scorm12":
        files["ims_xml.xsd"] = files["ims_xml.xsd"].replace(b'xmlns="http://www.w3.org/XML/1998/namespace"', b"")
        files["imsmd_rootv1p2p1.xsd"] = files["imsmd_rootv1p2p1.xsd"].replace(b"##any", b"##other")
    else:
        files["xml.xsd"] = re.sub(rb"<!DOCTYPE[^>]*>", b"", files["xml.xsd"])
    roots = {name: re.search(rb'targetNamespace\s*=\s*"([^"]+)"', data) for name, data in files.items()}
    wanted = {
        name: found[1].decode() for name, found in roots.items() if found and not re.search("xml.xsd|imsss_v1p0.+xsd", name)
    }
    imports = "".join(f'<xs:import namespace="{space}" schemaLocation="{name}"/>' for name, space in sorted(wanted.items()))
    parser = etree.XMLParser(no_network=True, load_dtd=False)
    parser.resolvers.add(_Local(files))
    return etree.XMLSchema(
        etree.fromstring(f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>', parser)
    )


@BOTH
@pytest.mark.parametrize("language", ["en", "ar", "ko"])
def test_the_manifest_is_valid_against_the_schemas_it_ships(kind: str, language: str):
    document = manifest(kind, language)
    rules = schema(kind)
    assert rules.validate(document), rules.error_log
    document.find(f".//{CP[kind]}item").set("nonsense", "1")
    assert not rules.validate(document), "the schema would accept anything"


@BOTH
def test_every_schema_that_is_named_is_in_the_package(kind: str):
    location = manifest(kind).get("{http://www.w3.org/2001/XMLSchema-instance}schemaLocation")
    assert set(location.split()[1::2]) <= set(opened(kind).namelist())


@BOTH
def test_without_schemas_the_package_names_none_and_says_so(kind: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("emmbuild.render.package.schema_files", lambda standard: ())
    made = FORMATS[kind].write(edition())
    text = zipfile.ZipFile(io.BytesIO(made.data)).read("imsmanifest.xml").decode()
    assert "schemaLocation" not in text
    assert [(d.code, d.severity) for d in made.diagnostics] == [("PKG104", "note")]


@BOTH
def test_the_manifest_comes_first_and_lists_every_file_once(kind: str):
    names = opened(kind).namelist()
    listed = [file.get("href") for file in manifest(kind).iter(f"{CP[kind]}file")]
    assert names[0] == "imsmanifest.xml"
    schemas = {name for name, _ in schema_files(kind)}
    assert sorted(listed) == sorted(set(names) - {"imsmanifest.xml"} - schemas)


@BOTH
def test_file_names_are_safe_everywhere(kind: str):
    for name in opened(kind).namelist():
        assert re.fullmatch(r"[A-Za-z0-9._/-]{1,100}", name)


@BOTH
def test_identifiers_are_the_same_in_every_language_and_version(kind: str):
    def ids(language: str) -> list[str]:
        return [node.get("identifier") for node in manifest(kind, language).iter() if node.get("identifier")]

    assert ids("en") == ids("ar") == ["emm-9-1", "org-emm-9-1", "item-emm-9-1", "res-emm-9-1"]


@BOTH
def test_the_item_is_visible_and_opens_the_page(kind: str):
    document = manifest(kind, "ar")
    item = document.find(f".//{CP[kind]}item")
    assert item.get("isvisible") == "true"
    assert item.findtext(f"{CP[kind]}title") == plain(words_in("ar")["title"])
    assert document.find(f".//{CP[kind]}resource").get("href") == "index.html"


def test_the_mastery_score_is_said_in_the_way_of_each_standard():
    assert manifest("scorm12").findtext(".//{http://www.adlnet.org/xsd/adlcp_rootv1p2}masteryscore") == "80"
    assert manifest("scorm2004").findtext(".//{http://www.imsglobal.org/xsd/imsss}minNormalizedMeasure") == "0.8"


@BOTH
def test_a_section_without_questions_names_no_mastery(kind: str):
    made = FORMATS[kind].write(edition(made=()))
    text = zipfile.ZipFile(io.BytesIO(made.data)).read("imsmanifest.xml").decode()
    assert "masteryscore" not in text and "minNormalizedMeasure" not in text


def test_metadata_speak_the_language_of_the_package():
    md = "{http://www.imsglobal.org/xsd/imsmd_rootv1p2p1}"
    title = manifest("scorm12", "ar").find(f".//{md}title/{md}langstring")
    assert title.text == plain(words_in("ar")["title"])
    assert title.get("{http://www.w3.org/XML/1998/namespace}lang").startswith("ar")
    lom = etree.fromstring(opened("scorm2004", "ar").read("lom.xml"))
    assert lom.find(".//{*}title/{*}string").text == title.text
    assert lom.findtext(".//{*}typicalLearningTime/{*}duration") == "PT1H15M"


@BOTH
def test_long_titles_are_cut_for_the_lms_only(kind: str):
    source = "word " * 100
    sample = edition()
    front = replace(sample.section.front, title=Text(source, (Plain(source),)))
    made = FORMATS[kind].write(replace(sample, section=replace(sample.section, front=front)))
    archive = zipfile.ZipFile(io.BytesIO(made.data))
    for title in etree.fromstring(archive.read("imsmanifest.xml")).iter(f"{CP[kind]}title"):
        assert len(title.text) <= 200


@BOTH
@pytest.mark.parametrize("language", ["en", "ar", "ko"])
def test_the_page_tells_no_answer(kind: str, language: str):
    page = opened(kind, language).read("index.html").decode()
    say = words_in(language)
    for secret in ("good", "bad"):  # "good" also stands, on purpose, in the list of resources
        shown = re.sub(r'<ul class="resources">.*?</ul>', "", page, flags=re.S)
        assert plain(say[secret]) not in shown
    assert "2006" not in re.sub(r"<section class=\"screen (?:topic|close).*?</section>\n", "", page, flags=re.S)
    assert say["fill"].source.split(" | ")[0] not in page
    assert "correct" not in page.lower()


@BOTH
def test_the_page_runs_under_a_strict_policy(kind: str):
    page = opened(kind).read("index.html").decode()
    assert "default-src 'none'" in page and "unsafe" not in page
    assert not re.search(r"<script(?![^>]* src=)", page), "inline script"
    assert not re.search(r"\son\w+=|\sstyle=", page), "inline handler or style"
    assert not re.search(r'(?:src|href)="(?:https?:)?//', re.sub(r"<a [^>]*>", "", page)), "something from a network"


@BOTH
def test_every_reference_of_the_page_is_in_the_package(kind: str):
    archive = opened(kind)
    page = archive.read("index.html").decode()
    for name in re.findall(r'<(?:script|link|img)[^>]* (?:src|href)="([^"]+)"', page):
        assert name in archive.namelist()


def test_ids_in_the_page_are_unique():
    found = re.findall(r'\sid="([^"]+)"', opened("scorm12").read("index.html").decode())
    assert sorted(found) == sorted(set(found))


@BOTH
def test_the_player_is_small(kind: str):
    assert built(kind).facts["player_bytes"] < 150_000
    assert sum(len(data) for _, data in schema_files(kind)) < 150_000


@BOTH
def test_same_section_same_bytes(kind: str):
    assert FORMATS[kind].write(edition("ko")).data == FORMATS[kind].write(edition("ko")).data


def test_direction_and_language_of_every_text():
    page = opened("scorm12", "ar").read("index.html").decode()
    assert re.search(r'<html lang="ar[^"]*" dir="rtl">', page)
    assert '<bdi dir="ltr">+41 22 717 91 11</bdi>' in page
    assert '<bdi dir="ltr">2024-05-17</bdi>' in page
    assert re.search(r'<p lang="en[^"]*" dir="ltr">Not translated yet: <strong>', page)
    assert "<bdi" not in opened("scorm12", "ko").read("index.html").decode()


def test_author_text_is_data():
    page = Page(edition())
    hostile = Text("x", (Plain("<script>alert(1)</script>&"), Link("javascript:alert(1)", (Plain("here"),))))
    assert inline(page, hostile) == "&lt;script&gt;alert(1)&lt;/script&gt;&amp;here"
    data = opened("scorm12").read("course.js").decode()
    assert "<" not in data


@BOTH
@pytest.mark.parametrize("language", ["en", "ar", "ko"])
def test_the_import_card_says_what_is_in_the_package(kind: str, language: str):
    archive = opened(kind, language)
    page, text = (archive.read(f"import-card.{form}").decode() for form in ("html", "txt"))
    say = edition(language).words
    assert plain(words_in(language)["title"]) in text and say("card-percent", n=80) in text
    flat = squeezed(re.sub(r"<[^>]*>", "", html.unescape(page)))
    named = ("1.0.0", "SCORM", *SOURCES, *SOURCES.values())
    for part in (say("card-update"), say("card-test-how", item=say("package-about")), say("card-ilias"), *named):
        assert part in text and squeezed(part) in flat
    assert ('dir="rtl"' in page) == (language == "ar") and "{" not in text


def test_the_digest_on_the_card_changes_with_the_content():
    def digest(made: Built) -> str:
        text = zipfile.ZipFile(io.BytesIO(made.data)).read("import-card.txt").decode()
        return re.search(r"\b[0-9a-f]{64}\b", text)[0]

    sample = edition()
    other = replace(sample, section=replace(sample.section, blocks=sample.section.blocks[:-1]))
    assert digest(built("scorm12")) == digest(FORMATS["scorm12"].write(edition()))
    assert digest(built("scorm12")) != digest(FORMATS["scorm12"].write(other))
