"""docs/adding-a-format.md is true: its code, put where it says, is a format that does what it says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from conftest import ROOT, write_course

from emmbuild.core.subject import Example

DOCUMENT = ROOT / "docs/adding-a-format.md"


def test_the_format_of_the_document_is_one_file(tmp_path: Path) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    shutil.copytree(ROOT / "emmbuild", tmp_path / "program/emmbuild", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "themes", tmp_path / "program/themes")
    (tmp_path / "program/emmbuild/writers/txt.py").write_text(code, "utf-8")
    body = (
        "# Why people move {#why}\n\nWages differ [@sample2004].[^n]\n\n:::{facilitator}\nSAY hush.\n:::\n\n[^n]: A note.\n"
    )
    course = write_course(tmp_path / "course", Example(body=body))
    env = {**os.environ, "PYTHONPATH": str(tmp_path / "program")}

    def emm(*words: str) -> str:
        command = [sys.executable, "-m", "emmbuild", *words]
        return subprocess.run(command, cwd=course, env=env, capture_output=True, text=True, check=True).stdout

    assert "txt" in emm("list", "formats")
    emm("build", "9.9", "--to", "txt")
    made = (course / "build/9.9/en/emm-9.9-en.txt").read_text("utf-8")
    assert "Wages differ. (Somebody, 2004) [n]" in made and "[n] A note." in made and "hush" not in made
    assert '"kind": "txt"' in (course / "build/manifest.json").read_text("utf-8")


def test_the_readme_names_commands_that_exist() -> None:
    named = set(re.findall(r"`?emmbuild ([a-z]+)", (ROOT / "README.md").read_text("utf-8")))
    shown = subprocess.run([sys.executable, "-m", "emmbuild", "--help"], capture_output=True, text=True, cwd=ROOT).stdout
    assert named <= set(re.findall(r"^  ([a-z]+) ", shown, re.MULTILINE)) | {"is"}


def test_the_format_document_shows_every_block(real: object) -> None:
    from emmbuild.readers.section import kinds

    text = (ROOT / "docs/source-format.md").read_text("utf-8")
    missing = [name for name in kinds() if f"{{{name}}}" not in text]
    assert not missing
