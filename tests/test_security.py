"""The promises of SECURITY.md, one test each (or more), on real files."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT, SVG, write_course

from emmbuild import archive, pipeline
from emmbuild.core import walk
from emmbuild.core.subject import Example
from emmbuild.world import Course, write_if_changed

FIGURE = ":::{{figure}} {}\n:alt: A picture.\n:credit: nobody\n:licence: none\n:::\n"
URL = re.compile(r"""(?:src|href|url\(|@import|action)\s*=?\s*["'(]?\s*(?:https?:)?//""", re.IGNORECASE)


def built(root: Path, kinds: str = "all", lang: str = "en") -> dict[str, dict[str, bytes]]:
    """Build the tiny course; file name → entry → bytes."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "emmbuild", "build", "9.9", "--to", kinds, "--lang", lang]
    done = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    files = {}
    for path in sorted((root / "build").rglob("*")):
        if path.suffix in (".pptx", ".docx", ".zip"):
            with zipfile.ZipFile(path) as opened:
                files[path.name] = {name: opened.read(name) for name in opened.namelist()}
    assert files
    return files


@pytest.mark.parametrize(
    "path", ["../../../secret.svg", "/etc/passwd", "%2e%2e/%2e%2e/%2e%2e/secret.svg", "%252e%252e/%252e%252e/%252e%252e/secret.svg",
             "..\\..\\..\\secret.svg", "media/link.svg", "media/\x00.svg"],
)  # fmt: skip
def test_1_the_course_folder_is_a_jail(path: str, tmp_path: Path) -> None:
    (tmp_path / "secret.svg").write_text(SVG.replace("Origin", "TOPSECRET"), "utf-8")
    root = write_course(tmp_path / "course", Example(body=FIGURE.format(path)))
    media = root / "modules/9-sample/9.09-sample/media"
    media.mkdir()
    (media / "link.svg").symlink_to(tmp_path / "secret.svg")
    desk = pipeline.Desk(root)
    read = desk.section("9.9")
    assert [d.code for d in read.problems] and {d.code for d in read.problems} <= {"SRC102", "SRC103", "FIG104"}
    assert "TOPSECRET" not in repr(read.section)


def test_1_listing_files_does_not_follow_links_out(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/a.md").write_text("x")
    root = write_course(tmp_path / "course", Example())
    (root / "exercises").mkdir()
    (root / "exercises/linked").symlink_to(tmp_path / "outside")
    assert Course.at(root).files("exercises/linked", "*.md") == []


HOSTILE = "<script>alert(1)</script> {{ 7*7 }} {% import os %} =cmd|' /C calc'!A0 ]]> <w:p/> &amp; \u202e"


def test_2_text_is_data(tmp_path: Path) -> None:
    import html

    body = f"# {HOSTILE} {{#x}}\n\n{HOSTILE}\n\n- {HOSTILE}\n\n| a | {HOSTILE.replace('|', '/')} |\n|---|---|\n| {HOSTILE.replace('|', '/')} | b |\n"
    for file, entries in built(write_course(tmp_path, Example(body=body, front=f"summary: {json.dumps(HOSTILE)}"))).items():
        for name, data in entries.items():
            text = data.decode("utf-8", "replace")
            if name.endswith((".html", ".xml", ".rels")):
                assert "<script>alert" not in text and "<w:p/> &" not in text, f"{file}/{name}"
            assert "49 " not in text or "{{ 7*7 }}" in html.unescape(text)


def test_2_control_characters_never_reach_xml(tmp_path: Path) -> None:
    from lxml import etree

    body = "Bell \x07 and \x0b and \ufffe and \x1b[31m.\n"
    for entries in built(write_course(tmp_path, Example(body=body))).values():
        for name, data in entries.items():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(data)


def test_3_no_code_in_a_course(tmp_path: Path) -> None:
    root = write_course(tmp_path, Example())
    for name in ("hooks.py", "conftest.py", "modules/hook.py", "emmbuild.py", "sitecustomize.py"):
        (root / name).write_text("open('ran', 'w')", "utf-8")
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-P", "-m", "emmbuild", "check"]
    subprocess.run(command, cwd=root, env=env, check=True, capture_output=True)
    assert not list(root.rglob("ran"))


def test_4_yaml_bombs_end_quickly(tmp_path: Path) -> None:
    bomb = "a: &a [x,x]\n" + "".join(
        f"b{n}: &b{n} [*{'a' if n == 0 else f'b{n - 1}'}, *{'a' if n == 0 else f'b{n - 1}'}]\n" for n in range(60)
    )
    start = time.process_time()
    desk = pipeline.Desk(
        write_course(tmp_path, Example(front="", files={"/modules/bibliography/bomb.yaml": bomb.encode()}))
    )
    assert "YML106" in {d.code for d in desk.shelf.problems}
    assert time.process_time() - start < 5


def test_4_markdown_bombs_end_quickly(tmp_path: Path) -> None:
    body = (
        "*" * 20_000
        + "\n\n"
        + "> " * 2_000
        + "x\n\n"
        + "[" * 20_000
        + "\n\n"
        + "".join(f"{':' * n}{{self-study}}\n" for n in range(300, 3, -1))
    )
    start = time.process_time()
    pipeline.Desk(write_course(tmp_path, Example(body=body))).section("9.9")
    assert time.process_time() - start < 10


def test_5_a_doctype_is_refused(tmp_path: Path) -> None:
    evil = '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + SVG.replace("Origin", "&a;")
    root = write_course(tmp_path, Example(body=FIGURE.format("media/a.svg"), files={"media/a.svg": evil.encode()}))
    read = pipeline.Desk(root).section("9.9")
    assert [d.code for d in read.problems] == ["FIG105"] and "root:" not in repr(read.section)


def test_6_drawings_are_redrawn(tmp_path: Path) -> None:
    evil = SVG.replace(
        "</svg>",
        '<script>alert(1)</script><a href="https://evil.example"><rect onclick="x()" width="9" height="9"/></a></svg>',
    ).replace("<line", '<line onload="steal()"')
    files = built(write_course(tmp_path, Example(body=FIGURE.format("media/a.svg"), files={"media/a.svg": evil.encode()})))
    for entries in files.values():
        for data in entries.values():
            assert not any(word in data for word in (b"alert(1)", b"evil.example", b"steal()", b"onclick="))


def test_7_no_output_makes_a_request(tmp_path: Path) -> None:
    body = "See [a page](https://example.org/x).\n\n" + FIGURE.format("media/example.svg")
    for file, entries in built(write_course(tmp_path, Example(body=body))).items():
        for name, data in entries.items():
            if name.endswith((".html", ".css", ".js")):
                if name == "player/cmi5.js":
                    continue  # it calls the record store that the launch names, and nothing else: tests/play/cmi5.mjs
                text = re.sub(r"<a [^>]*>", "", data.decode("utf-8"))
                assert not URL.search(text.replace("\\", "")), f"{file}/{name}"
                assert name.endswith(".js") is False or not re.search(
                    r"\b(fetch|XMLHttpRequest|WebSocket|sendBeacon|eval)\b", text
                )
            if name.endswith(".html"):
                assert not re.search(r"<script(?![^>]*\bsrc=)", data.decode("utf-8")), "inline script"
            if name.endswith(".rels"):
                external = re.findall(r'Type="([^"]*)"[^>]*TargetMode="External"', data.decode("utf-8"))
                assert all(kind.endswith("/hyperlink") for kind in external)


def test_7_building_needs_no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    desk = pipeline.Desk(write_course(tmp_path, Example()))
    for made in pipeline.formats().values():
        assert made.write(desk.edition_maker("9.9", "fa").edition(made, made.audiences[0])).data


def test_8_nothing_is_half_written(tmp_path: Path) -> None:
    """A build killed again and again leaves whole files only, and no leftovers that look like outputs."""
    root = write_course(tmp_path, Example())
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    for turn in range(12):
        process = subprocess.Popen([sys.executable, "-m", "emmbuild", "build", "9.9", "--lang", "all", "--out", f"out{turn % 2}"],
                                   cwd=root, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
        time.sleep(0.05 + turn * 0.06)
        process.kill()
        process.wait()
        for path in root.glob("out*/**/*"):
            if path.suffix in (".pptx", ".docx", ".zip"):
                assert zipfile.ZipFile(path).testzip() is None


def test_8_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.bin"
    write_if_changed(path, b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write_if_changed(path, b"new")
    assert path.read_bytes() == b"old" and list(tmp_path.iterdir()) == [path]


def test_9_no_trace_of_the_machine(tmp_path: Path) -> None:
    files = built(write_course(tmp_path / "very-private-folder", Example(body=FIGURE.format("media/example.svg"))))
    names = [os.environ.get("USER", ""), socket.gethostname(), "very-private-folder", "python-pptx", "python-docx"]
    for file, entries in files.items():
        for name, data in entries.items():
            for word in filter(lambda word: len(word) > 4, names):
                assert word.encode() not in data, f"{file}/{name} holds {word}"
            assert not re.search(rb"<dcterms:(created|modified)[^>]*>20[12]\d", data)


def test_9_same_sources_same_bytes(tmp_path: Path) -> None:
    one, two = (built(write_course(tmp_path / name, Example()), lang="ar,ko") for name in ("a", "much-longer/b"))
    assert one == two


def test_10_dependencies_are_locked_with_hashes() -> None:
    for path in (ROOT / "requirements").glob("*.lock"):
        text = path.read_text("utf-8")
        pinned = re.findall(r"^[a-z0-9][^\s=]*==", text, re.MULTILINE)
        assert len(pinned) > (0 if path.name == "peers.lock" else 8)
        for block in re.split(r"\n(?=[a-z0-9])", text):
            assert "==" not in block or "--hash=sha256:" in block


def test_archives_refuse_names_that_leave_their_folder() -> None:
    for name in ("../a", "/a", "a\\b", "a/../b"):
        with pytest.raises(ValueError, match="unsafe"):
            archive.part(name, b"x")
    with pytest.raises(ValueError, match="two entries"):
        archive.frame([archive.part("a", b"1"), archive.part("a", b"2")])


def test_security_page_names_every_promise() -> None:
    promises = re.findall(r"^(\d+)\. \*\*", (ROOT / "SECURITY.md").read_text("utf-8"), re.MULTILINE)
    tests = set(re.findall(r"def test_(\d+)_", Path(__file__).read_text("utf-8")))
    assert tests == set(promises)


def test_facilitator_notes_never_reach_other_readers(real: pipeline.Desk) -> None:
    from emmbuild import lower
    from emmbuild.core.nodes import Notes

    maker = real.edition_maker("2.6", "en")
    for reader in ("participant", "self-study"):
        section = lower.lowered(maker.section, reader, False, maker.words, {})
        assert not [node for node in walk.nodes(section.blocks) if isinstance(node, Notes)]
