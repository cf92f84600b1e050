"""Filled worksheets come back whole, whether Word or LibreOffice saved them; what is no worksheet is said so."""

from __future__ import annotations

import csv
import io
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from conftest import ROOT
from docx.oxml.ns import qn

from emmbuild import collecting, pipeline
from emmbuild.cli.main import cli
from emmbuild.core.diagnostics import ContentError
from emmbuild.core.fields import bookmark_of, name_of
from emmbuild.plan.document.collected import csv_file
from emmbuild.readers.filled import read_sheet

GROUPS = ("A", "B", "C", "D", "E")


def sheets(real: pipeline.Desk, language: str = "en") -> dict[str, bytes]:
    made = pipeline.formats()["worksheets"]
    whole = real.edition_maker("2.6", language).edition(made, "participant")
    return {edition.part: made.write(edition).data for edition in made.editions(whole)}


def controls(document: Any) -> dict[str, Any]:
    found = document.element.body.iter(qn("w:sdt"))
    return {control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")): control for control in found}


def filled(data: bytes, group: str) -> tuple[bytes, dict[str, str]]:
    """The sheet with something in every field, and what was written where."""
    document = docx.Document(io.BytesIO(data))
    written = {}
    for place, (name, control) in enumerate(controls(document).items()):
        words = group if name == "group" else f"{group}{place}: الأجور, 임금 & <fees>"
        first, *others = control.iter(qn("w:t"))
        first.text = words
        for other in others:
            other.text = ""
        written[name] = words
    out = io.BytesIO()
    document.save(out)
    return out.getvalue(), written


@pytest.mark.parametrize("language", ["en", "ar", "fa", "ko"])
def test_every_field_has_a_stable_name_of_its_own(real: pipeline.Desk, language: str) -> None:
    names = list(controls(docx.Document(io.BytesIO(sheets(real, language)["w1"]))))
    assert names == list(controls(docx.Document(io.BytesIO(sheets(real)["w1"]))))
    assert len(set(names)) == len(names) == 38
    assert {"group", "names", "date", "2.6.W1.T1/r1c2", "2.6.W1.F1"} <= set(names)


def test_names_survive_as_bookmarks() -> None:
    for name in ("group", "2.6.W1.T1/r12c3", "2.6.W-x.F1"):
        made = bookmark_of(name)
        assert made.replace("_", "").isalnum() and len(made) <= 40 and name_of(made) == name
    assert len(bookmark_of("2.6." + "long" * 20)) <= 40 and name_of("_Toc1234") == ""


def test_an_empty_sheet_has_empty_answers(real: pipeline.Desk) -> None:
    found = read_sheet("empty.docx", sheets(real)["w1"])
    assert found.title == "Group worksheet: Draft a labour agreement"
    assert len(found.answers) == 38 and not any(answer.text for answer in found.answers)
    cell = next(answer for answer in found.answers if answer.field == "2.6.W1.T1/r2c3")
    assert (cell.heading, cell.label, cell.column) == (
        "Table 1  Clauses of the agreement", "Recruitment and costs", "Who is responsible",
    )  # fmt: skip


def test_five_groups_stand_side_by_side(real: pipeline.Desk) -> None:
    sent = {group: filled(sheets(real)["w1"], group) for group in reversed(GROUPS)}
    read, problems = collecting.read_all((f"{group}.docx", data) for group, (data, _) in sent.items())
    (found,), doubts = collecting.collect(read)
    assert (problems, doubts, found.groups) == ((), (), GROUPS)
    for line in found.lines:
        assert line.answers == tuple(sent[group][1][line.field] for group in GROUPS)
    rows = list(csv.reader(io.StringIO(csv_file([found]).decode("utf-8-sig"))))
    assert len(rows) == 39 and rows[0][3:] == list(GROUPS)


def test_words_beside_the_control_and_new_paragraphs_are_kept(real: pipeline.Desk) -> None:
    document = docx.Document(io.BytesIO(sheets(real)["w1"]))
    control = controls(document)["2.6.W1.F1"]
    cell = next(c for table in document.tables for c in table._cells if control in list(c._tc.iter()))
    cell.paragraphs[0].add_run("beside")
    cell.add_paragraph("below")
    out = io.BytesIO()
    document.save(out)
    assert read_sheet("x.docx", out.getvalue()).answer("2.6.W1.F1") == "beside\nbelow"


def test_a_spreadsheet_runs_nothing(real: pipeline.Desk) -> None:
    document = docx.Document(io.BytesIO(sheets(real)["w1"]))
    next(controls(document)["2.6.W1.F1"].iter(qn("w:t"))).text = '=HYPERLINK("x")'
    out = io.BytesIO()
    document.save(out)
    (found,), _ = collecting.collect([read_sheet("x.docx", out.getvalue())])
    assert "'=HYPERLINK" in csv_file([found]).decode("utf-8-sig")


def broken(text: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", text)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"", b"%PDF-1.7", broken(b"<a"), broken(b"<a/>"), broken(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        broken(b"<a>" + b" " * 21_000_000 + b"</a>"),
    ],
)  # fmt: skip
def test_what_is_no_worksheet_is_said_so(data: bytes) -> None:
    with pytest.raises(ContentError) as caught:
        read_sheet("sheet.docx", data)
    assert [problem.code for problem in caught.value.diagnostics] == ["COL101"]


def test_the_command_makes_csv_and_word(real: pipeline.Desk, tmp_path: Path) -> None:
    from click.testing import CliRunner

    for group in "AB":
        (tmp_path / f"{group}.docx").write_bytes(filled(sheets(real)["w1"], group)[0])
    (tmp_path / "photo.docx").write_bytes(b"JPEG")
    files = [str(tmp_path / name) for name in ("A.docx", "B.docx", "photo.docx")]
    shown = CliRunner().invoke(cli, ["--course", str(ROOT), "collect", *files[:2]])
    assert shown.exit_code == 0 and "Housing" not in shown.output and "Joint committee" in shown.output
    done = CliRunner().invoke(cli, ["--course", str(ROOT), "collect", *files, "--out", str(tmp_path / "all.docx")])
    assert done.exit_code == 1 and "COL101" in done.output
    made = docx.Document(str(tmp_path / "all.docx"))
    assert [cell.text for cell in made.tables[0].rows[0].cells] == ["Question", "Group A", "Group B"]
    assert "A3: الأجور, 임금 & <fees>" in {c.text for t in made.tables for c in t._cells}


@pytest.mark.office
def test_libreoffice_loses_nothing(real: pipeline.Desk, tmp_path: Path) -> None:
    """Each group's sheet, opened and saved by LibreOffice, gives every answer back under its name."""
    sent = {}
    for group, language in zip(GROUPS, ("en", "ar", "fa", "ko", "fr"), strict=True):
        data, sent[group] = filled(sheets(real, language)["w1"], group)
        (tmp_path / f"{group}.docx").write_bytes(data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    names = [str(tmp_path / f"{group}.docx") for group in GROUPS]
    saved = tmp_path / "saved"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(saved), *names]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    read, problems = collecting.read_all((path.name, path.read_bytes()) for path in sorted(saved.iterdir()))
    (found,), doubts = collecting.collect(read)
    assert (problems, doubts, found.groups) == ((), (), GROUPS)
    for line in found.lines:
        assert line.answers == tuple(sent[group][line.field] for group in GROUPS), line.field
    assert {line.field for line in found.lines} == set(sent["A"])
