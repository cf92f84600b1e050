"""Every check's bad example gives its code and no other; its good example gives nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT, write_course

from emmbuild import checking, collecting, judging, pipeline, press, printing
from emmbuild.core.diagnostics import ContentError, Diagnostic
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Term
from emmbuild.exchange import sheet
from emmbuild.localize.packs import Policy
from emmbuild.localize.states import Unit
from emmbuild.plan import rooms
from emmbuild.press.adapt import bookmarks
from emmbuild.readers import languages
from emmbuild.rehearsal import headless
from emmbuild.verify import verify

CHECKS = list(checking.catalogue().values())
CODE = re.compile(r"[A-Z]{3}\d{3}")


def observed(root: Path, check: Check) -> set[Diagnostic]:
    """What reading, this one check, translating and theming say of the tiny course."""
    found: list[Diagnostic] = []
    if (root / "played.txt").exists():
        seen = tuple((root / "played.txt").read_text("utf-8").splitlines())
        return set(headless.Played("index.html", 4, True, seen).messages())
    if (root / "package.zip").exists():
        return set(verify((root / "package.zip").read_bytes()).diagnostics)
    if check.judge or check.compare:
        return judged(check, check.bad if root.name == "bad" else check.good)
    try:
        desk = pipeline.Desk(root, "broken" if (root / "themes/broken").exists() else "default")
        found += desk.shelf.problems
        read = desk.section("9.9")
        found += read.problems
        found += check.find(pipeline.subject_of(read, desk.shelf)) if check.find else ()
        if (root / "modules/9-sample/9.09-sample/i18n/fr.po").exists():
            found += pipeline.gaps(desk.edition_maker("9.9", "fr"))
        if (root / "modules/9-sample/9.09-sample/i18n/.release").exists():
            found += [pipeline.refusal(desk.edition_maker("9.9", "fr", Policy(release=True)))]
        for path in root.rglob("back.xlsx"):
            sheet.read(path.read_bytes())
        _ = desk.theme
        found += written(desk, check)
        sheets, problems = collecting.read_all((path.name, path.read_bytes()) for path in sorted(root.glob("filled/*")))
        found += (*problems, *collecting.collect(sheets)[1])
        if (root / ".engine").exists():
            made = pipeline.formats()["docx"]
            printing.printed([(desk.edition_maker("9.9", "en").edition(made, "participant"), made)])
        if (root / ".browser").exists():
            headless.browser()
    except ContentError as problem:
        found += problem.diagnostics
    return set(found)


def judged(check: Check, example: Example) -> set[Diagnostic]:
    """What all the checks of translations say of the example's pairs."""
    code, texts = example.pairs
    language = languages.load()[code]
    ids = (
        [f"9.9.Q1.{'abcd'[n]}" for n in range(len(texts))]
        if check.code == "TRQ108"
        else [f"9.9/{n}" for n in range(len(texts))]
    )
    units = {n: Unit(source, target, hands=example.hands) for n, (source, target) in zip(ids, texts, strict=True)}
    room = rooms.room_of(example.place, pipeline.desk(ROOT).rooms(code))
    spaces = {name: (room.space(unit.source), room.space(unit.target)) for name, unit in units.items() if room}
    return set(judging.messages("x.po", units, judging.pairs_of(units, language, TERMS, spaces)))


TERMS = (Term("IOM", ("OIM",)), Term("irregular migrant", ("irréguli",), ("clandestin",)))


def written(desk: pipeline.Desk, check: Check) -> list[Diagnostic]:
    """What the writers say, for the checks that only they can make."""
    kinds = {"DCK": ("pptx",), "PKG": ("scorm12",), "THM": ("pptx",)}.get(check.code[:3], ())
    kinds = ("gift",) if check.code in ("PKG105", "PKG106") else kinds
    maker = desk.edition_maker("9.9", "en")
    made = [pipeline.formats()[kind] for kind in kinds]
    return [d for one in made for d in one.write(maker.edition(one, one.audiences[0])).diagnostics]


def other_machine(example: Example, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with the programs that the example names and no others; one where numbers never rest is made up."""
    folder.mkdir()
    for name, program in (("/.engine", "soffice"), ("/.fonts", "fc-list")):
        if example.files.get(name):
            (folder / program).write_bytes(example.files[name])
            (folder / program).chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    if "/.restless" in example.files:
        pages = iter(range(1, 99))
        monkeypatch.setattr(press, "to_pdf", lambda files: dict.fromkeys(files, b""))
        monkeypatch.setattr(press, "places", lambda pdf, word: dict.fromkeys(bookmarks(word), next(pages)))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_bad_example_gives_its_code_only(check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if "/.no-schemas" in check.bad.files:
        monkeypatch.setenv("EMMBUILD_SCHEMAS", str(tmp_path / "nowhere"))
    if "/.browser" in check.bad.files:
        monkeypatch.setenv("CHROMIUM", str(tmp_path / "nowhere"))
    if "/.engine" in check.bad.files:
        other_machine(check.bad, tmp_path / "bin", monkeypatch)
    found = observed(write_course(tmp_path / "bad", check.bad), check)
    assert check.code in {d.code for d in found}, f"{check.bad} gives {found}"
    others = {d.code for d in found} - {check.code}
    assert others <= ALSO.get(check.code, set()), f"also {others}: {found}"
    assert check.severity in {d.severity for d in found if d.code == check.code}
    for diagnostic in found:
        assert diagnostic.span.file or diagnostic.code[:3] in ("TRN", "TRX", "PKG", "VER", "PDF")
        assert diagnostic.hint or diagnostic.note or diagnostic.code in ("YML104", "YML101", "FNC104", "QST106", "CIT103")


ALSO = {
    "TRN102": {"TRN101"},  # the example translates one text only
    "SRC101": {"YML103"},  # nothing else of the file could be read
    "SRC104": {"YML103"},
    "FNC101": set(),
    "PKG105": {"PKG106"},
    "TRQ111": {"TRQ215"},
}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_good_example_gives_nothing(check: Check, tmp_path: Path) -> None:
    assert observed(write_course(tmp_path / "good", check.good), check) == set()


def test_every_code_in_the_program_is_explained() -> None:
    used = set()
    for path in (ROOT / "emmbuild").rglob("*.py"):
        used |= set(re.findall(r'(?:error|warning|Diagnostic)\(\s*"([A-Z]{3}\d{3})"', path.read_text("utf-8")))
    assert used | {check.code for check in CHECKS if check.judge or check.compare} == set(checking.catalogue())


def test_codes_and_titles_are_unique_and_well_formed() -> None:
    assert all(CODE.fullmatch(check.code) for check in CHECKS)
    assert len({check.title for check in CHECKS}) == len(CHECKS) >= 20
    assert all(len(check.why) > 40 for check in CHECKS)


def test_the_library_itself_is_clean(real: pipeline.Desk) -> None:
    assert real.shelf.problems == ()
    assert {name: real.check(name) for name in real.shelf.written} == dict.fromkeys(real.shelf.written, ())


def test_an_empty_example_is_clean(tmp_path: Path) -> None:
    desk = pipeline.Desk(write_course(tmp_path, Example()))
    assert desk.section("9.9").problems == ()
