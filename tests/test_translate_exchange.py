"""Files for translators: they come back whole, broken ones do no harm, and nothing is ever overwritten."""

from __future__ import annotations

import io
import random
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import polib
import pytest
from conftest import ROOT, write_course
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from test_localize import PACK, SECTION
from test_translate_states import brought_up, edit, run

from emmbuild.archive import frame, part
from emmbuild.cli.translate.exchange import formats, rows_of
from emmbuild.core.diagnostics import ContentError
from emmbuild.core.subject import Example
from emmbuild.core.translation import Term
from emmbuild.exchange.merging import Fate, changes, outcomes
from emmbuild.exchange.parcel import Parcel, Returned, Row
from emmbuild.localize.codes import pieces
from emmbuild.localize.states import State, Unit
from emmbuild.pipeline import Desk
from emmbuild.readers import languages

TEXTS = [
    "**Explain** two *good* reasons [@ilo2006, p. 4] for `code` & <b>.",
    "See [the *site*](https://example.org/a?b=1&c=2) and {name}; 2 * 3 [^note]",
    "Loose ** star and ](odd",
    "اشرح **سببين** [@ilo2006].",
    "**A***b*",
]
BODY = "# Why people move {#why}\n\nWages **differ** much.\n\nPopulations age.\n\n- Yes\n- No\n"
INWARDS = [kind for kind, made in formats().items() if made.read]


def parcel(rows: list[Row], code: str = "ar") -> Parcel:
    known = languages.load()
    return Parcel("2.6", known[code], known["en"], tuple(rows), (Term("ILO", ("OIT",), ("BIT",)),))


ROWS = [Row(f"9.9/x-{n}", text, text, State.DRAFT, "Question › option") for n, text in enumerate(TEXTS)]


@pytest.mark.parametrize("kind", INWARDS)
def test_texts_come_back_as_they_went(kind: str) -> None:
    made = formats()[kind]
    assert made.read
    data = made.write(parcel(ROWS))
    assert data == made.write(parcel(ROWS))
    back = made.read(data)
    assert [(r.id, r.base, r.source, r.target) for r in back.rows] == [(r.id, r.base, r.source, r.target) for r in ROWS]
    assert back.remarks == ()


@given(st.text(alphabet="a *`[]()@^{}_x.", max_size=40))
def test_pieces_lose_nothing(text: str) -> None:
    assert "".join(piece.text for piece in pieces(text)) == text


@pytest.mark.parametrize("kind", sorted(formats()))
def test_every_format_is_well_formed(kind: str) -> None:
    data = formats()[kind].write(parcel(ROWS))
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            for name in book.namelist():
                etree.fromstring(book.read(name))
    elif kind == "po":
        checked = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", "-"], input=data, capture_output=True)
        assert checked.returncode == 0, checked.stderr
    else:
        etree.fromstring(data)


@pytest.mark.parametrize(("kind", "schema"), [("xliff", "xliff-core-1.2-strict.xsd"), ("xliff2", "xliff-core-2.0.xsd")])
def test_xliff_is_valid(kind: str, schema: str, real: Desk) -> None:
    """By the OASIS schemas (tools/fetch-schemas)."""
    folder = ROOT / ".schemas" / "xliff"
    rows = [*ROWS, *rows_of(real, "fr", ("2.6",))]
    tree = etree.fromstring(formats()[kind].write(parcel(rows)))
    if kind == "xliff2":
        tree.set("version", "2.0")  # the core schema of 2.1 is that of 2.0
    parser = etree.XMLParser(no_network=True)
    text = (folder / schema).read_text("utf-8")
    for place in ("http://www.w3.org/2001/xml.xsd", "informativeCopiesOf3rdPartySchemas/w3c/xml.xsd"):
        text = text.replace(place, "xml.xsd")
    rules = etree.XMLSchema(etree.fromstring(text.encode(), parser, base_url=f"{folder}/"))
    rules.assertValid(tree)


def office(data: bytes, extension: str, tmp_path: Path) -> bytes:
    (tmp_path / f"a.{extension}").write_bytes(data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", extension, "--outdir", str(tmp_path / "out")]
    subprocess.run([*command, str(tmp_path / f"a.{extension}")], check=True, capture_output=True, timeout=120)
    return (tmp_path / "out" / f"a.{extension}").read_bytes()


@pytest.mark.office
@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_office_files_survive_libreoffice(kind: str, tmp_path: Path) -> None:
    made = formats()[kind]
    assert made.read
    back = made.read(office(made.write(parcel(ROWS)), kind, tmp_path))
    assert [(r.id, r.base, r.target) for r in back.rows] == [(r.id, r.base, r.target) for r in ROWS]


SOURCES = {"t.a": Unit("Yes", "Oui"), "t.b": Unit("Number 7", "Nombre 7"), "t.c": Unit("No", "")}


def fate(row: Returned, units: dict[str, Unit] = SOURCES) -> Fate:
    return outcomes([row], units, lambda *_: "7 is lost" if "7" in _[1] and "7" not in _[2] else "")[0].fate


def base(source: str, target: str) -> str:
    return Row("x", source, target, State.DRAFT).base


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (Returned("t.a", "Si", base("Yes", "Oui")), Fate.TAKEN),
        (Returned("t.a", "", base("Yes", "Oui")), Fate.BLANK),
        (Returned("t.a", "Oui", base("Yes", "Oui")), Fate.SAME),
        (Returned("t.a", "Ouais", base("Yes", "Ouais")), Fate.SAME),
        (Returned("t.a", "Si", base("Yes", "Ouais")), Fate.CONFLICT),
        (Returned("t.a", "Si"), Fate.CONFLICT),
        (Returned("t.a", "Si", base("Yeah", "Oui"), "Yeah"), Fate.TAKEN_STALE),
        (Returned("t.b", "Nombre", base("Number 7", "Nombre 7")), Fate.FAULTY),
        (Returned("t.c", "Non", "", "No"), Fate.TAKEN),
        (Returned("t.c", "Non", "", "Nay"), Fate.CONFLICT),
        (Returned("t.c", "No", base("No", "")), Fate.BLANK),
        (Returned("t.z", "Zut"), Fate.UNKNOWN),
        (Returned("t.z", "Non", base("No", ""), "No"), Fate.FOUND),
        (Returned("t.z", "Si", base("Yes", "Ouais"), "Yes"), Fate.CONFLICT),
        (Returned("t.z", "Non", "", "No"), Fate.UNKNOWN),
    ],
)
def test_the_fate_of_a_returned_text(row: Returned, expected: Fate) -> None:
    assert fate(row) is expected


def test_one_id_with_two_translations_is_not_guessed() -> None:
    rows = [Returned("t.c", said, base("No", "")) for said in ("Non", "Nenni")]
    assert {one.fate for one in outcomes(rows, SOURCES, lambda *_: "")} == {Fate.TWICE}


@pytest.fixture
def started(tmp_path: Path) -> Path:
    root = write_course(tmp_path, Example(body=BODY))
    brought_up(root)
    return root


def filled(data: bytes, change: dict[str, str]) -> bytes:
    """The sheet with translations typed in, by row number."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    for row, words in change.items():
        sheet = re.sub(rf'(<c r="D{row}"[^>]*><is><t[^>]*>)[^<]*', rf"\g<1>{words}", sheet)
    parts["xl/worksheets/sheet1.xml"] = sheet.encode()
    return frame(part(name, text) for name, text in parts.items())


def test_a_sheet_comes_back_after_the_source_and_the_pack_changed(started: Path) -> None:
    out = started / "evening.xlsx"
    assert run(started, "translate", "export", "fr", "9.9", "--state", "missing", "--out", str(out)).returncode == 0
    back = formats()["xlsx"].read
    assert back
    ids = {row.source: (row.id, row.where.split()[1]) for row in back(out.read_bytes()).rows}
    rows = {ids[source][1]: said for source, said in TYPED.items()}
    out.write_bytes(filled(out.read_bytes(), rows))
    edit(started, SECTION, "Populations age.", "Populations shrink and age.")
    brought_up(started)
    file = polib.pofile(str(started / PACK), wrapwidth=0)
    next(e for e in file if e.msgid == "Yes").msgstr = "Si"
    (started / PACK).write_text(str(file), "utf-8")
    before = (started / PACK).read_bytes()
    dry = run(started, "translate", "import", "fr", str(out))
    assert dry.returncode == 1 and "changed here and there" in dry.stdout and (started / PACK).read_bytes() == before
    assert "2 translations would be taken" in dry.stdout and "not taken: the translation has an error" in dry.stdout
    run(started, "translate", "import", "fr", str(out), "--apply")
    found = {e.msgid: e for e in polib.pofile(str(started / PACK))}
    assert found["Yes"].msgstr == "Si" and found["No"].msgstr == "Non"
    late = found["Populations shrink and age."]
    assert (late.msgstr, late.previous_msgid, late.fuzzy) == ("Les populations vieillissent.", "Populations age.", True)
    assert found["Wages **differ** much."].msgstr == ""
    assert "1 translated" in run(started, "translate", "status").stdout
    subprocess.run(["msgfmt", "-c", "-o", "/dev/null", str(started / PACK)], check=True)


TYPED = {
    "Yes": "Oui",
    "No": "Non",
    "Populations age.": "Les populations vieillissent.",
    "Wages **differ** much.": "Salaires",
}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (">Translation<", ">Traduction<", "a column named ID or Translation is missing"),
        (">Base<", ">Hash<", "the column Base is missing"),
        ("</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="D2:D3"/></mergeCells>', "merged cells D2:D3"),
        (">9.9/title<", ">9.9/titel<", "the ID was changed, the text was found by its source"),
        ("</sheetData>", "</sheetData><!-- a comment of some program -->", "1 translations taken"),
    ],
)
def test_a_broken_sheet_gives_a_report_and_no_loss(started: Path, old: str, new: str, said: str) -> None:
    out = started / "a.xlsx"
    run(started, "translate", "export", "fr", "9.9", "--out", str(out))
    with zipfile.ZipFile(io.BytesIO(filled(out.read_bytes(), {"2": "Un titre"}))) as book:
        parts = {name: book.read(name).decode() for name in book.namelist()}
    assert old in parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(old, new)
    out.write_bytes(frame(part(name, text) for name, text in parts.items()))
    done = run(started, "translate", "import", "fr", str(out), "--apply")
    assert said in done.stdout + done.stderr and "bug" not in done.stderr
    wanted = 0 if "Translation" in old else 1
    assert sum(bool(e.msgstr) for e in polib.pofile(str(started / PACK))) == wanted


@pytest.mark.parametrize("kind", INWARDS)
def test_rubbish_is_refused_in_words(kind: str) -> None:
    made = formats()[kind]
    for data in (b"", b"PK\x03\x04", b"<a/>", frame([part("x", "y")])):
        with pytest.raises(ContentError) as refused:
            assert made.read
            made.read(data)
        assert refused.value.diagnostics[0].code == "TRX101"


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_round_trips_over_random_work_lose_nothing(seed: int) -> None:
    """Rows sorted, dropped, blanked; the pack changed meanwhile: no translation that stood is gone or overwritten."""
    chance = random.Random(seed)
    units = {f"t.{n}": Unit(f"Source {n}", chance.choice(("", f"Cible {n}"))) for n in range(20)}
    rows = [Row(name, unit.source, unit.target, State.DRAFT) for name, unit in units.items()]
    made = formats()[chance.choice(INWARDS)]
    assert made.read
    back = list(made.read(made.write(parcel(rows))).rows)
    chance.shuffle(back)
    back = [Returned(r.id, chance.choice((r.target, "", f"Neu {r.id[2:]}")), r.base, r.source) for r in back[:15]]
    now = {n: Unit(u.source, u.target if chance.random() < 0.7 else f"Ici {n[2:]}") for n, u in units.items()}
    taken = changes(outcomes(back, now, lambda *_: ""))
    for name, change in taken.items():
        assert change.target and now[name].target in ("", units[name].target)


@pytest.mark.office
def test_omegat_keeps_ids_and_tags(tmp_path: Path, real: Desk) -> None:
    """OmegaT translates headless into its own pseudo-language; ids, bases and codes come back."""
    rows = [*ROWS, *rows_of(real, "fr", ("2.6",))]
    project = tmp_path / "project"
    for name in ("source", "target", "tm", "omegat", "glossary", "dictionary"):
        (project / name).mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "tools" / "omegat.project", project)
    (project / "source" / "a.xlf").write_bytes(formats()["xliff"].write(parcel(rows, "fr")))
    command = ["omegat", str(project), "--mode=console-translate", f"--config-dir={tmp_path}/config"]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    read = formats()["xliff"].read
    assert read
    back = read((project / "target" / "a.xlf").read_bytes()).rows
    assert [(r.id, r.base, r.target) for r in back] == [(r.id, r.base, r.target or r.source) for r in rows]


def test_weblate_finds_every_pack() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "tools/weblate-masks")], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
