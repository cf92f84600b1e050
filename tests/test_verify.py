"""`emmbuild verify` and `emmbuild diff`: faults that were sown are found, whole packages are left alone."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT
from course_samples import edition, words_in
from test_cli import emm

from emmbuild import checking, pipeline
from emmbuild.core.diagnostics import Diagnostic
from emmbuild.core.text import words_of
from emmbuild.render.html import plain
from emmbuild.schemas import schema_files
from emmbuild.verify import verify
from emmbuild.verify.difference import Difference, difference

TOOLS = ROOT / "tests/tools"
PACKAGES = [kind for kind in ("scorm12", "scorm2004", "cmi5") if kind in pipeline.formats()]


def built(kind: str, language: str = "en") -> bytes:
    return pipeline.formats()[kind].write(edition(language)).data


def changed(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """The package with something else in one of its files."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.namelist():
            content = source.read(part)
            assert part != name or old in content
            target.writestr(part, content.replace(old, new) if part == name else content)
    return out.getvalue()


def test_at_least_25_kinds_of_faults_are_known() -> None:
    """tests/test_checks.py sows each of them and asks that nothing else is found."""
    assert len([code for code in checking.catalogue() if code.startswith("VER")]) >= 25


@pytest.mark.parametrize("language", ["en", "ar", "ko"])
@pytest.mark.parametrize("kind", PACKAGES)
def test_our_packages_are_clean(kind: str, language: str) -> None:
    verdict = verify(built(kind, language))
    assert (verdict.diagnostics, verdict.standard) == ((), kind)
    assert verdict.title == plain(words_in(language)["title"])
    assert verdict.by_schema == (kind != "cmi5" and bool(schema_files(kind)))


def peer(folder: Path, version: str) -> tuple[Diagnostic, ...]:
    """What is found in a package of simple-scorm-packager (npm)."""
    packager = TOOLS / "node_modules/simple-scorm-packager"
    if not packager.is_dir() or not shutil.which("node"):
        pytest.fail("needs Node and tests/tools/node_modules (make test installs them)")
    (folder / "in").mkdir()
    (folder / "in/index.html").write_text("<!DOCTYPE html><title>A</title><script src='api.js'></script>")
    (folder / "in/api.js").write_text('parent.API.LMSInitialize("")')
    wanted = {
        "version": version, "organization": "o", "title": "A course", "identifier": "a", "source": str(folder / "in"),
        "package": {"zip": True, "outputFolder": str(folder / "out"), "name": "a", "date": "2026-01-01"},
    }  # fmt: skip
    code = f"require({json.dumps(str(packager))})({json.dumps(wanted)}, () => {{}})"
    subprocess.run(["node", "-e", code], check=True, capture_output=True)
    return verify(next((folder / "out").glob("*.zip")).read_bytes()).diagnostics


def test_a_whole_package_of_another_maker_is_left_alone(tmp_path: Path) -> None:
    assert peer(tmp_path, "2004 3rd Edition") == ()


def petlja(page_from_network: bool) -> tuple[Diagnostic, ...]:
    """What is found in a package made from the templates, scripts and schemas of plct-bulder-for-sphinx (PyPI)."""
    subprocess.run([str(ROOT / "tools/setup-xblock")], check=True, timeout=500)
    folder = next((ROOT / ".xblock/lib").glob("python3*/site-packages/plct_bulder_for_sphinx/scorm-proxy-templates"))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path in sorted(folder.iterdir()):
            data = path.read_bytes().replace(b"{{identifier}}", b"course").replace(b"{{title}}", b"A course")
            if path.name == "index.t.html" and not page_from_network:
                data = re.sub(rb"<link [^>]*https:[^>]*>", b"", data)
            archive.writestr(path.name.replace(".t.", "."), data)
    return verify(out.getvalue()).diagnostics


def test_a_second_maker_s_package_is_left_alone_but_for_what_is_true() -> None:
    """Its page loads an icon font from a network; without that line there is nothing to find."""
    assert [found.code for found in petlja(True)] == ["VER223"]
    assert petlja(False) == ()


def test_what_is_found_in_another_makers_package_is_true(tmp_path: Path) -> None:
    """Its SCORM 1.2 manifest puts <metadata> where the published schema has none."""
    found = peer(tmp_path, "1.2")
    assert {d.code for d in found} == {"VER205"} and all("metadata" in d.message for d in found)


def test_nothing_that_is_read_makes_it_fall_over() -> None:
    whole = built("scorm12")
    for end in range(0, len(whole), 997):
        verify(whole[:end])
    for data in (b"", b"PK", b"PK\x05\x06" + bytes(18), b"x" * 1000):
        assert verify(data).diagnostics


def test_the_command_names_the_place_and_exits_1(tmp_path: Path) -> None:
    data = changed(built("scorm12"), "imsmanifest.xml", b"<adlcp:masteryscore>80", b"<adlcp:masteryscore>800")
    (tmp_path / "a.zip").write_bytes(data)
    done = emm("verify", str(tmp_path / "a.zip"), cwd=tmp_path)
    assert done.returncode == 1 and "error[VER216]: the mastery is '800'" in done.stderr
    assert "imsmanifest.xml:" in done.stderr
    shown = json.loads(emm("verify", "--json", str(tmp_path / "a.zip"), cwd=tmp_path).stdout)
    assert shown[0]["diagnostics"][0]["code"] == "VER216"


def compared(old: bytes, new: bytes) -> Difference:
    found = difference(old, new)
    assert found
    return found


def test_another_language_or_text_replaces_in_place() -> None:
    assert compared(built("scorm12"), built("scorm12")) == Difference(True, (), ())
    sample = edition()
    front = replace(sample.section.front, title=words_of("Another title"), version="2.0.0")
    newer = pipeline.formats()["scorm12"].write(replace(sample, section=replace(sample.section, front=front))).data
    found = compared(built("scorm12"), newer)
    assert found.in_place and found.effects == ("the content goes from version 1.0.0 to 2.0.0",)
    assert "imsmanifest.xml" in found.content and "player/player.js" not in found.content
    assert compared(built("scorm2004"), built("scorm2004", "ar")).in_place


def test_another_section_or_standard_is_another_structure(tmp_path: Path) -> None:
    other = pipeline.formats()["scorm12"].write(edition(identifier="9.2")).data
    found = compared(built("scorm12"), other)
    assert not found.in_place and any("attempts are lost" in line for line in found.effects)
    assert not compared(built("scorm12"), built("scorm2004")).in_place
    (tmp_path / "a.zip").write_bytes(built("scorm12"))
    (tmp_path / "b.zip").write_bytes(other)
    done = emm("diff", "a.zip", "b.zip", cwd=tmp_path)
    assert done.returncode == 1 and done.stdout.startswith("structure changed\n  item-emm-9-1 (")
    assert emm("diff", "a.zip", "a.zip", cwd=tmp_path).returncode == 0


def test_questions_that_change_are_named() -> None:
    old = built("scorm12")
    found = compared(old, changed(old, "course.js", b'"id":"Q2"', b'"id":"Q22"'))
    assert found.in_place
    assert any(line.startswith("question Q2 is gone") for line in found.effects)
    assert any(line.startswith("question Q22 is new") for line in found.effects)
