"""Edits are classified, states derived, and a build shows only what its policy allows."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from conftest import ROOT, write_course
from hypothesis import given, settings
from hypothesis import strategies as st
from test_localize import BODY, PACK, SECTION, translate_all

from emmbuild import pipeline
from emmbuild.core import walk
from emmbuild.core.subject import Example
from emmbuild.localize import catalogs, packs, progress, states, sync
from emmbuild.localize.changes import Change, classify, moved_values
from emmbuild.localize.packs import Policy
from emmbuild.localize.states import Review, State, Unit, pair_hash, state_of

RULES = {"fr": "nplurals=2; plural=(n > 1);"}


def brought_up(root: Path, minor: frozenset[str] = frozenset()) -> sync.Plan:
    desk = pipeline.Desk(root)
    read = desk.section("9.9")
    made = sync.plan(root, [packs.section_tree(read.section, read.exercises)], RULES, ["fr"], minor)
    for name, text in made.files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return made


@pytest.fixture
def translated(tmp_path: Path) -> Path:
    root = write_course(tmp_path, Example(body=BODY.replace("Wages differ.", "Wages differ by 20 dollars in 2006.")))
    brought_up(root)
    translate_all(root)
    return root


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("Two  words", "Two words", Change.NONE),
        ("Fair Recruitment", "Fair recruitment.", Change.COSMETIC),
        ('He said "yes"', "He said “yes”", Change.COSMETIC),
        ("In 2006 the ILO", "In 2007 the ILO", Change.PLACEABLE),
        ("See https://a.org/x now", "See https://b.org/y now", Change.PLACEABLE),
        ("Fair pay?", "Fair pay.", Change.WORDING),
        ("**Fair** pay", "Fair pay", Change.WORDING),
        ("Wages differ", "Wages converge", Change.WORDING),
    ],
)
def test_edits_are_classified(old: str, new: str, change: Change) -> None:
    assert classify(old, new) is change


@pytest.mark.parametrize(
    ("old", "new", "target", "result"),
    [
        ("In 2006", "In 2007", "سال ۲۰۰۶", "سال ۲۰۰۷"),
        ("20 of 200", "21 of 200", "20 sur 200", "21 sur 200"),
        ("20 of 30", "30 of 20", "20 sur 30", "30 sur 20"),
        ("20 men", "21 men", "20 hommes, 20 femmes", None),
        ("20 men", "21 men", "vingt hommes", None),
        ("2 of 2", "3 of 2", "2 sur 2", None),
    ],
)
def test_values_move_into_translations_only_where_it_is_safe(old: str, new: str, target: str, result: str | None) -> None:
    assert moved_values(old, new, target) == result


def entry(root: Path, source: str) -> polib.POEntry:
    return next(e for e in polib.pofile(str(root / PACK)) if e.msgid == source)


def test_cosmetic_and_minor_edits_make_nothing_stale(translated: Path) -> None:
    edit(translated, SECTION, "Populations age.", "Populations age")
    made = brought_up(translated)
    assert [(e.change, e.stale) for e in made.edits] == [(Change.COSMETIC, False)]
    edit(translated, SECTION, "Populations age", "Populations grow older")
    name = next(u for u, unit in catalogs.read(translated / PACK).units.items() if unit.source == "Populations age")
    made = brought_up(translated, frozenset({name}))
    assert not made.edits[0].stale and not entry(translated, "Populations grow older").fuzzy


def test_an_edit_taken_back_is_no_longer_stale(translated: Path) -> None:
    edit(translated, SECTION, "Populations age.", "Populations shrink fast.")
    assert brought_up(translated).edits[0].stale
    edit(translated, SECTION, "Populations shrink fast.", "Populations shrink very fast.")
    brought_up(translated)
    assert entry(translated, "Populations shrink very fast.").previous_msgid == "Populations age."
    edit(translated, SECTION, "Populations shrink very fast.", "Populations age.")
    brought_up(translated)
    found = entry(translated, "Populations age.")
    assert not found.fuzzy and not found.previous_msgid


def test_states_are_derived() -> None:
    unit = Unit("Yes", "Oui")
    assert state_of(None, "Yes") is State.MISSING
    assert state_of(unit, "Yes") is State.TRANSLATED
    assert state_of(unit, "Yes", faulty=True) is State.FAULTY
    assert state_of(unit, "No") is State.STALE
    assert state_of(Unit("Yes", "Oui", draft=True), "Yes") is State.DRAFT
    assert state_of(Unit("Yes", "Oui", fuzzy=True), "Yes") is State.DRAFT
    assert state_of(Unit("Yes", "Oui", draft=True, signed=State.REVIEWED), "Yes") is State.REVIEWED


def review(root: Path, word: State = State.REVIEWED) -> None:
    ledger = root / PACK.replace("fr.po", states.LEDGER)
    units = catalogs.read(root / PACK).units
    ledger.write_text(
        states.ledger_text(Review(n, "fr", pair_hash(u.source, u.target), word) for n, u in units.items()), "utf-8"
    )


def test_any_edit_opens_the_review_again(translated: Path) -> None:
    review(translated)
    units = catalogs.read(translated / PACK).units
    assert {state_of(unit, unit.source) for unit in units.values()} == {State.REVIEWED}
    edit(translated, PACK, "« 9.9/title »", "Un autre titre")
    units = catalogs.read(translated / PACK).units
    assert state_of(units["9.9/title"], units["9.9/title"].source) is State.DRAFT
    assert state_of(units["9.9/summary"], units["9.9/summary"].source) is State.REVIEWED


def test_the_ledger_is_a_sorted_union() -> None:
    one, two = Review("b", "fr", "0" * 12, "reviewed"), Review("a", "fr", "1" * 12, "approved", "T1")
    assert states.ledger_text([one, two, one]) == states.ledger_text([two, one])
    assert states.signed([one, two], "ar") == {}


def shown(root: Path, policy: Policy) -> tuple[list[tuple[str, str]], packs.Coverage]:
    maker = pipeline.Desk(root).edition_maker("9.9", "fr", policy)
    return [(text.source, text.lang) for text in walk.texts(maker.section.blocks) if text], maker.coverage


def test_a_stale_text_is_shown_as_the_policy_says(translated: Path) -> None:
    edit(translated, SECTION, "Populations age.", "Populations shrink fast.")
    brought_up(translated)
    texts, coverage = shown(translated, Policy())
    assert all(source.startswith("« ") for source, _ in texts) and coverage.stale == 1
    texts, _ = shown(translated, Policy(fallback="source"))
    assert [text for text in texts if text[1]] == [("Populations shrink fast.", "en")]
    assert len(shown(translated, Policy(fallback="fail"))[1].refused) == 1


def test_min_status_shows_the_source_of_what_is_below(translated: Path) -> None:
    texts, _ = shown(translated, Policy(least=State.REVIEWED))
    assert {lang for _, lang in texts} == {"en"}
    review(translated)
    assert {lang for _, lang in shown(translated, Policy(least=State.REVIEWED))[0]} == {""}


def run(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "emmbuild", "--course", str(root), *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


def test_a_release_is_refused_until_everything_is_reviewed(translated: Path) -> None:
    words = ("build", "9.9", "--lang", "fr", "--to", "pptx", "--release", "--out", str(translated / "out"))
    done = run(translated, *words)
    assert done.returncode == 1 and "TRN103" in done.stderr and not list((translated / "out").rglob("*.pptx"))
    file = polib.pofile(str(translated / PACK), wrapwidth=0)
    for unit in file:
        unit.msgstr = unit.msgid.upper().replace("DOLLARS", "EUROS")
    (translated / PACK).write_text(str(file), "utf-8")
    assert "are approved; 0 left out" in run(translated, "translate", "review", "fr", "9.9", "--approve").stdout
    assert run(translated, *words).returncode == 0
    assert "approved" in run(translated, "translate", "status").stdout


def test_the_forecast_says_what_an_edit_costs(translated: Path) -> None:
    edit(translated, SECTION, "Populations age.", "Populations shrink fast.")
    before = (translated / PACK).read_bytes()
    said = run(translated, "translate", "forecast").stdout
    assert "these edits make 1 text stale in 1 language (fr), about 3 words each" in said
    assert (translated / PACK).read_bytes() == before


def test_status_counts_words_by_state(translated: Path) -> None:
    desk = pipeline.Desk(translated)
    read = desk.section("9.9")
    texts = [t for found in packs.by_component(packs.section_tree(read.section, read.exercises)).values() for t in found]
    units = packs.translations(translated, [SECTION.rsplit("/", 1)[0]], "fr")
    row = progress.measured("9.9", "fr", texts, units, {"9.9/title"})
    assert (row.texts[State.FAULTY], row.words[State.FAULTY]) == (1, 3)
    assert row.all_words == row.shown_words
    page = progress.page([row], desk.languages)
    assert '<th scope="col">French</th>' in page and "100 % of" in page


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_sync_over_random_edits_loses_no_translation(seed: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Every translation ever typed is still in the file: in use, or kept as obsolete."""
    chance = random.Random(seed)
    root = tmp_path_factory.mktemp("course")
    lines = [f"Sentence {chance.randrange(9)} about topic {n} and its causes." for n in range(12)]
    write_course(root, Example(body="# A {#a}\n\n" + "\n\n".join(lines) + "\n"))
    brought_up(root)
    typed = set(translate_all(root).values())
    for _ in range(3):
        place = chance.randrange(len(lines))
        match chance.choice(("edit", "move", "drop", "double")):
            case "edit":
                lines[place] = lines[place].replace("causes", chance.choice(("effects", "costs", "many long causes")))
            case "move":
                lines.insert(chance.randrange(len(lines)), lines.pop(place))
            case "drop":
                lines.pop(place)
            case "double":
                lines.insert(place, lines[place])
        write_course(root, Example(body="# A {#a}\n\n" + "\n\n".join(lines) + "\n"))
        first = brought_up(root).files
        assert brought_up(root).files == first
        assert typed <= {e.msgstr for e in polib.pofile(str(root / PACK))}


def test_a_large_revision_keeps_its_translations(tmp_path: Path) -> None:
    """The benchmark in small: texts with ids keep everything, alignment alone nearly so, and nothing wrong is attached."""
    sys.path.insert(0, str(ROOT))
    from bench.edits import Author
    from bench.translation import first_pack, ours

    work = Author(4).work(1000)
    before = first_pack(work, tmp_path)
    named, aligned = ours(work, tmp_path, before, True), ours(work, tmp_path, before, False)
    assert (named.kept, named.wrong, named.lost) == (named.edited, 0, 0)
    assert aligned.kept >= 0.98 * aligned.edited and (aligned.wrong, aligned.lost) == (0, 0)


def test_each_text_says_where_it_stands_and_how_much_room_it_has(translated: Path) -> None:
    assert run(translated, "translate", "sync", "--add", "ko,ar,fr").returncode == 0
    rooms = {}
    for code in ("fr", "ar", "ko"):
        file = polib.pofile(str(translated / PACK.replace("fr.po", f"{code}.po")))
        title = file.find("9.9/title", by="msgctxt")
        place, room, preview = title.comment.split("\n")
        assert (place, preview) == ("cover: title", f"preview: build/translate/9.9-{code}.html#9.9/title")
        rooms[code] = int(re.fullmatch(r"room: 2 lines, about (\d+) letters", room)[1])
        assert all("preview: " in entry.comment for entry in file)
    assert rooms["ko"] < rooms["fr"] < 100
    registry = (translated / PACK.replace("fr.po", "messages.pot")).read_text("utf-8")
    assert "room:" not in registry and "preview:" not in registry and "#. cover: title" in registry


def test_the_room_that_is_promised_is_there(real: pipeline.Desk) -> None:
    """A sample of each language, as long as the PO file says, takes the lines that it says."""
    for code in ("en", "fr", "es", "ar", "bs", "fa", "ko"):
        words = " ".join(real.words(real.languages[code]).entries.values())
        for room in real.rooms(code).values():
            for start in (0, 500, 1500):
                assert room.space(words[start : start + room.letters]).lines <= room.good + 1
            assert room.space(words[: 3 * room.letters]).lines > room.good


def test_a_second_reader_is_a_second_person(translated: Path) -> None:
    """By mail: out as PO, translated, back with a name; then the same name reviews."""
    mail = translated / "a.po"
    edit(translated, PACK, "« 9.9/title »", "")
    run(translated, "translate", "export", "fr", "9.9", "--as", "po", "--state", "missing", "--out", str(mail))
    file = polib.pofile(str(mail))
    assert [entry.msgctxt for entry in file] == ["9.9/title"]
    file[0].msgstr = "Une section"
    file.save()
    done = run(translated, "translate", "import", "fr", str(mail), "--apply", "--by", "T1")
    assert "1 translations taken" in done.stdout, done.stdout + done.stderr
    run(translated, "translate", "review", "fr", "9.9", "9.9/title", "--by", "T1")
    assert "TRQ218" in run(translated, "check", "--lang", "fr").stderr
    run(translated, "translate", "review", "fr", "9.9", "9.9/title", "--by", "R2")
    assert "TRQ218" not in run(translated, "check", "--lang", "fr").stderr


def git(root: Path, *words: str) -> None:
    who = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *words], cwd=root, check=True, capture_output=True)


def page(root: Path, *words: str) -> tuple[str, str]:
    """The section's web page in French, and what the command said."""
    out = root / "out"
    done = run(root, "build", "9.9", "--lang", "fr", "--to", "html", "--out", str(out), *words)
    return (out / "9.9/fr/emm-9.9-fr.html").read_text("utf-8"), done.stdout


def test_a_language_builds_from_the_source_that_it_translated(translated: Path) -> None:
    """Frozen: the last commit with a whole pack, what was corrected since included; newest: with its gaps marked."""
    git(translated, "init", "-q")
    git(translated, "add", "-A")
    git(translated, "commit", "-qm", "all in French")
    edit(translated, SECTION, "Populations age.", "Populations shrink fast.\n\nOne text more.")
    brought_up(translated)
    edit(translated, PACK, "« 9.9/why »", "« corrigé depuis »")
    git(translated, "add", "-A")
    git(translated, "commit", "-qm", "the source moved on")

    newest, _ = page(translated)
    assert "One text more." in newest and "Traduction en cours\u202f: 1 textes sur" in newest
    assert 'lang="en-GB"' in newest[newest.index("One text more.") - 60 : newest.index("One text more.")]

    frozen, said = page(translated, "--source", "frozen")
    assert re.search(r"9\.9 fr: from the source of \d{4}-\d\d-\d\d \([0-9a-f]{8}\)", said)
    assert "One text more." not in frozen and "Traduction en cours" not in frozen
    assert "« corrigé depuis »" in frozen and "« 9.9/why »" not in frozen
    assert page(translated, "--source", "frozen") == (frozen, said)

    translate_all(translated)
    text = (translated / PACK).read_text("utf-8")
    (translated / PACK).write_text(re.sub(r"(?m)^(#, fuzzy|#\| msgid .*)\n", "", text), "utf-8")
    whole, said = page(translated, "--source", "frozen")
    assert "from the source of" not in said and whole == page(translated)[0]


def test_without_a_history_a_frozen_build_is_the_newest_with_its_gaps(translated: Path) -> None:
    edit(translated, SECTION, "Populations age.", "Populations age.\n\nOne text more.")
    assert "One text more." in page(translated, "--source", "frozen")[0]
