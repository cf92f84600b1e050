"""docs/architecture.md is true: the import rule holds, third-party libraries stay at home, files stay small."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

PACKAGE = ROOT / "emmbuild"
LAYERS = {
    "core": {"core"},
    "archive": set(),
    "registry": set(),
    "world": {"core"},
    "schemas": {"core", "world"},
    "blocks": {"core"},
    "readers": {"core", "world", "registry", "blocks", "readers"},
    "localize": {"core", "readers", "localize"},
    "checks": {"core", "blocks", "checks"},
    "plan": {"core", "plan"},
    "render": {"core", "plan", "render", "archive", "registry", "schemas"},
    "writers": {"core", "plan", "render", "archive", "schemas", "writers"},
    "press": {"core", "archive", "press"},
    "printing": {"core", "press"},
    "collecting": {"core", "plan", "readers"},
    "lower": {"core", "registry"},
    "checking": {"core", "registry"},
    "verify": {"core", "schemas", "verify"},
    "judging": {"core", "localize", "checking"},
    "rehearsal": {"core", "rehearsal"},
    "exchange": {"core", "localize", "archive", "exchange"},
    "skeletons": {"core"},
}
HOMES = {
    "yaml": {"readers"},
    "markdown_it": {"readers"},
    "PIL": {"readers"},
    "pypdf": {"press"},
    "polib": {"localize"},
    "lxml": {"writers", "render", "verify", "exchange"},
    "click": {"cli"},
    "pptx": set(),
    "docx": set(),
}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def layer(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "emmbuild":
                yield from (f"emmbuild.{alias.name}" for alias in node.names)
            else:
                yield node.module


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_to_the_core(path: Path) -> None:
    own = layer(path)
    allowed = LAYERS.get(own)
    for name in imports(path):
        first, _, rest = name.partition(".")
        if first == "emmbuild":
            target = rest.split(".")[0] if rest else "emmbuild"
            assert allowed is None or target in allowed, f"{own} may not import {name}"
        elif own == "core":
            assert first in sys.stdlib_module_names, f"core may not import {name}"
        elif first in HOMES:
            assert own in HOMES[first], f"{name} lives in {HOMES[first]}, not in {own}"


def test_writers_may_import_their_own_folder_only() -> None:
    for path in (PACKAGE / "writers").rglob("*.py"):
        mine = path.relative_to(PACKAGE / "writers").parts[0].removesuffix(".py")
        for name in imports(path):
            if name.startswith("emmbuild.writers."):
                assert name.split(".")[2] == mine


def test_the_document_names_every_folder() -> None:
    text = (ROOT / "docs/architecture.md").read_text("utf-8")
    for path in PACKAGE.iterdir():
        if path.name.startswith("__") or path.name.startswith("."):
            continue
        assert f"`{path.name}" in text or f"emmbuild/{path.name}" in text, f"docs/architecture.md does not name {path.name}"


def test_modules_say_what_they_are_and_stay_small() -> None:
    for path in modules():
        text = path.read_text("utf-8")
        assert ast.get_docstring(ast.parse(text)), f"{path} has no docstring"
        assert text.count("\n") <= 400, f"{path} is too long"


def test_nothing_heavy_is_imported_at_start() -> None:
    code = "import sys, emmbuild.cli.main; print(' '.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"yaml", "lxml", "pptx", "docx", "PIL", "polib", "markdown_it"} & set(loaded)


def test_no_machine_paths_or_hosts_in_the_tree() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.split(b"\0")
    forbidden = re.compile(rb"/(?:home|root|work|Users)/|registry\.npmjs|pypi\.org|files\.pythonhosted")
    for name in filter(None, listed):
        path = ROOT / name.decode()
        if path.is_file() and path != Path(__file__):
            assert not forbidden.search(path.read_bytes()), f"{path} names a machine or a registry"
