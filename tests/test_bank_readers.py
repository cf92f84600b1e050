"""Question banks read by programs of others: Moodle XML by moodle-xml-parser, QTI 2.1 by onyx2moodle, the QTI 1.2 in Common
Cartridges by qti2latex; and the elements of Moodle XML against those that moodle-tools writes for the same kinds.

GIFT is read by gift-pegjs in test_banks.py.
"""

from __future__ import annotations

import html
import io
import re
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest
import qti2latex
from course_samples import questions, words_in
from jinja2 import Environment, PackageLoader
from lxml import etree
from moodle_tools.questions.factory import create_question
from moodle_xml_parser import parser as moodle_xml_parser
from onyx2moodle.parser import AssessmentItem, parse_item
from test_banks import archive, built

from emmbuild import pipeline
from emmbuild.core.nodes import Question
from emmbuild.plan.course import plan_course, right_answer

LANGUAGES = pytest.mark.parametrize("language", ["en", "ar", "ko"])
OF = {
    "multichoice": ("multiple_choice", {"answers": ["a", "b"]}),
    "truefalse": ("true_false", {}),
    "matching": ("matching", {"options": [{"question": "q", "answer": "a"}]}),
    "ordering": ("ordering", {"answers": ["a", "b"]}),
    "shortanswer": ("shortanswer", {"answers": ["a"]}),
    "numerical": ("numerical", {"answers": [{"answer": "1", "tolerance": 1}]}),
}
OURS_TOO = {"idnumber", "subquestion", "answer"}  # Moodle 3.7 and later write <idnumber>; the others may be repeated


def words(text: str) -> str:
    """The words of a piece of HTML."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", "", text))).strip()


@LANGUAGES
def test_moodle_xml_parser_finds_choices_and_what_is_right(language: str) -> None:
    found = moodle_xml_parser.parse_bytes(built("moodle-xml", language).data)["multichoice"]
    single, multiple = found
    say = words_in(language)
    assert [sum(option.score_fraction > 0 for option in one.options) for one in found] == [1, 2]
    assert single.options[1].score_fraction == 100 and words(single.options[1].answer) == say["right"].plain
    assert words(single.text_pre_parse).endswith(say["q"].plain) and len(multiple.options) == 3


def paths(node: etree._Element, base: str = "") -> set[str]:
    """The names of all elements below, each with those it stands in, and the attributes that mean something."""
    found = set()
    for child in node:
        if isinstance(child.tag, str):
            here = f"{base}/{child.tag}"
            found |= {here, *(f"{here}@{name}" for name in child.attrib if name == "fraction"), *paths(child, here)}
    return found


def written_by_moodle_tools(kind: str) -> set[str]:
    name, properties = OF[kind]
    env = Environment(loader=PackageLoader("moodle_tools.questions"), autoescape=False)
    flags = {"markdown": False, "table_styling": False}
    made = create_question(name, question="q", title="t", **properties, **flags)
    return paths(etree.fromstring(made.to_xml(env).encode()))


def test_moodle_xml_has_the_elements_that_another_writer_uses() -> None:
    """Nothing that Moodle would not know, and nothing left out that it needs for marking."""
    for question in etree.fromstring(built("moodle-xml").data).findall("question")[1:]:
        kind = question.get("type")
        theirs, ours = written_by_moodle_tools(str(kind)), paths(question)
        strange = {path for path in ours - theirs if path.strip("/").split("/")[0] not in OURS_TOO}
        assert {path for path in strange if "feedback" not in path and not path.startswith("/file")} == set(), kind
        needed = {
            path for path in theirs if re.match(r"/(name|questiontext|answer|subquestion)(/text|/answer|@fraction|$)", path)
        }
        assert needed <= ours, f"{kind}: {needed - ours}"


def items(language: str, folder: Path, kind: str = "qti21") -> list[AssessmentItem]:
    archive(kind, language).extractall(folder)
    return [parse_item(path) for path in sorted(folder.rglob("*.xml")) if path.name != "imsmanifest.xml"]


@LANGUAGES
def test_onyx2moodle_reads_each_qti_item_with_its_key(language: str, tmp_path: Path) -> None:
    found = items(language, tmp_path)
    kinds = [interaction.kind for item in found for interaction in item.interactions]
    assert kinds == ["choice", "choice", "choice", "match", "order", "textEntry", "textEntry"] or kinds == [
        "choice", "choice", "choice", "match", "textEntry", "textEntry",
    ]  # fmt: skip
    asked = questions(words_in(language))
    for item, question in zip(found, asked, strict=True):
        (declared,) = item.response_decls.values()
        assert keys_of(declared.correct_values, question), f"{item.identifier}: {declared.correct_values}"


def keys_of(values: list[str], question: Question) -> bool:
    """Whether what another program found is the question's right answer."""
    right = right_answer(question)
    match question.kind:
        case "matching":
            return len(values) == len(right) and all(len(value.split()) == 2 for value in values)
        case "fill-in" | "numeric":
            return values[0] == right[0]
        case _:
            return [value[-1] for value in values] == list(right)


@pytest.mark.parametrize("kind", ["cc11", "cc13"])
@LANGUAGES
def test_qti2latex_reads_each_cartridge_item_with_its_key(kind: str, language: str) -> None:
    root = ET.fromstring(archive(kind, language).read("assessment/questions.xml"))
    found = qti2latex.findall_anyns(root, "item")
    say = words_in(language)
    single = found[0]
    choices = dict(qti2latex.get_choices(single))
    right = qti2latex.get_correct_idents(single) & set(choices)
    assert words(qti2latex.get_item_stem(single)).endswith(say["q"].plain)
    assert say["right"].plain in {words(choices[name]) for name in right}
    for item in found:
        keys = qti2latex.get_correct_idents(item)
        known = dict(qti2latex.get_choices(item))
        assert keys and (not known or keys & set(known))


def test_every_section_s_banks_are_read(real: pipeline.Desk, tmp_path: Path) -> None:
    for section in real.shelf.sections:
        maker = real.edition_maker(section, "en")
        made = {kind: pipeline.formats()[kind] for kind in ("moodle-xml", "qti21")}
        asked = len(plan_course(maker.edition(made["qti21"], "facilitator")).questions)
        root = etree.fromstring(made["moodle-xml"].write(maker.edition(made["moodle-xml"], "facilitator")).data)
        choices = len(root.findall("question[@type='multichoice']"))
        data = etree.tostring(root)
        assert len(moodle_xml_parser.parse_bytes(data)["multichoice"]) == choices > 0
        box = zipfile.ZipFile(io.BytesIO(made["qti21"].write(maker.edition(made["qti21"], "facilitator")).data))
        box.extractall(tmp_path / section)
        read = [parse_item(path) for path in (tmp_path / section).rglob("*.xml") if path.name != "imsmanifest.xml"]
        assert len(read) == asked and all(item.response_decls for item in read)
