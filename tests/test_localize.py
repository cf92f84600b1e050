"""Language packs: ids stay, translations are carried over by id, nothing is lost."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from pathlib import Path

import polib
import pytest
from conftest import ROOT, write_course
from hypothesis import given, settings
from hypothesis import strategies as st

from emmbuild import pipeline
from emmbuild.core import walk
from emmbuild.core.edition import Language, Words
from emmbuild.core.subject import Example
from emmbuild.core.text import Link, Text, inlines_of, words_of
from emmbuild.localize import catalogs, identity, packs, sync, words
from emmbuild.readers import languages

RULES = {"fr": "nplurals=2; plural=(n > 1);"}
BODY = "# Why people move {#why}\n\nWages differ.\n\nPopulations age.\n\n- Yes\n- No\n\n# After {#after}\n\nYes\n"
SECTION = "modules/9-sample/9.09-sample/section.md"
PACK = "modules/9-sample/9.09-sample/i18n/fr.po"


def synced(root: Path) -> dict[str, str]:
    """Sync the tiny course with French added; what was written."""
    desk = pipeline.Desk(root)
    read = desk.section("9.9")
    files = sync.files(root, [packs.section_tree(read.section, read.exercises)], RULES, ["fr"])
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return files


def translate_all(root: Path) -> dict[str, str]:
    """Give every unit a translation that names its id; id → translation."""
    file = polib.pofile(str(root / PACK), wrapwidth=0)
    for entry in file:
        entry.msgstr = f"« {entry.msgctxt} »"
    (root / PACK).write_text(str(file), "utf-8")
    return {entry.msgctxt: entry.msgstr for entry in file}


@pytest.fixture
def translated(tmp_path: Path) -> Path:
    root = write_course(tmp_path, Example(body=BODY))
    synced(root)
    translate_all(root)
    return root


def test_sync_twice_changes_nothing(translated: Path) -> None:
    first = synced(translated)
    assert synced(translated) == first


def test_an_edit_keeps_its_translation_and_marks_it_stale(translated: Path) -> None:
    before = catalogs.read(translated / PACK).units
    path = translated / SECTION
    path.write_text(path.read_text("utf-8").replace("Wages differ.", "Wages differ a great deal."), "utf-8")
    synced(translated)
    after = catalogs.read(translated / PACK).units
    assert set(before) == set(after)
    changed = [name for name in after if after[name] != before[name]]
    assert len(changed) == 1
    entry = next(e for e in polib.pofile(str(translated / PACK)) if e.msgctxt == changed[0])
    assert (entry.previous_msgid, entry.fuzzy) == ("Wages differ.", True)
    assert entry.msgstr == before[changed[0]].target


def test_reordering_loses_nothing(translated: Path) -> None:
    before = {unit.source: unit.target for unit in catalogs.read(translated / PACK).units.values() if unit.source != "Yes"}
    path = translated / SECTION
    text = path.read_text("utf-8")
    path.write_text(text.replace("Wages differ.\n\nPopulations age.", "Populations age.\n\nWages differ."), "utf-8")
    synced(translated)
    units = catalogs.read(translated / PACK).units.values()
    assert {unit.source: unit.target for unit in units if unit.source != "Yes"} == before
    assert not any(unit.fuzzy for unit in units)


def test_deleted_text_keeps_its_translation_as_obsolete(translated: Path) -> None:
    path = translated / SECTION
    path.write_text(path.read_text("utf-8").replace("Populations age.\n\n", ""), "utf-8")
    synced(translated)
    assert "Populations age." in [e.msgid for e in polib.pofile(str(translated / PACK)).obsolete_entries()]


def test_a_translated_section_has_no_source_left(translated: Path) -> None:
    maker = pipeline.Desk(translated).edition_maker("9.9", "fr")
    shown = [text for text in walk.texts(maker.section.blocks) if identity.translatable(text)]
    assert shown and all(text.source.startswith("« ") and not text.lang for text in shown)
    assert list(pipeline.gaps(maker)) == []


def test_untranslated_text_says_its_language(tmp_path: Path) -> None:
    maker = pipeline.Desk(write_course(tmp_path, Example(body=BODY))).edition_maker("9.9", "ar")
    assert {text.lang for text in walk.texts(maker.section.blocks)} == {"en"}
    assert [d.code for d in pipeline.gaps(maker)] == ["TRN101"]


def test_a_translation_is_data_not_markup(translated: Path) -> None:
    file = polib.pofile(str(translated / PACK), wrapwidth=0)
    for entry in file:
        entry.msgstr = "<script>alert(1)</script> {{ x }} [y](javascript:z)"
    (translated / PACK).write_text(str(file), "utf-8")
    maker = pipeline.Desk(translated).edition_maker("9.9", "fr")
    text = next(text for text in walk.texts(maker.section.blocks) if text)
    assert text.plain.startswith("<script>alert(1)</script> {{ x }}")
    assert not any(isinstance(part, Link) for part in inlines_of(text.inlines))


def mutate(texts: list[str], chance: random.Random) -> tuple[list[str], dict[int, int]]:
    """Random edits with known truth: new texts, and which old place each new one comes from."""
    kept = [(place, text) for place, text in enumerate(texts) if chance.random() > 0.08]
    if chance.random() < 0.5 and len(kept) > 3:
        moved = kept.pop(chance.randrange(len(kept)))
        kept.insert(chance.randrange(len(kept)), moved)
    result: list[str] = []
    truth: dict[int, int] = {}
    for place, text in kept:
        words_ = text.split()
        if chance.random() < 0.15:
            words_[chance.randrange(len(words_))] = "changed"
        truth[len(result)] = place
        result.append(" ".join(words_))
        if chance.random() < 0.08:
            result.append(" ".join(chance.choice(NEW_WORDS) for _ in range(9)))
    return result, truth


VOCABULARY = [f"word{n}" for n in range(400)]
NEW_WORDS = [f"novel{n}" for n in range(400)]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000))
def test_alignment_finds_what_an_edit_came_from(seed: int) -> None:
    chance = random.Random(seed)
    old = [" ".join(chance.choice(VOCABULARY) for _ in range(chance.randrange(6, 14))) for _ in range(60)]
    new, truth = mutate(old, chance)
    found = {b: a for a, b in identity.align(old, new).items()}
    assert found == truth


def test_ids_without_a_registry_are_the_same_every_time() -> None:
    texts = [words_of(word) for word in ("Yes", "No", "Yes")]
    first = identity.assign(texts, [], "9.9/")
    assert first == identity.assign(texts, [], "9.9/") and len(set(first)) == 3


def test_packs_look_as_gettext_writes_them(translated: Path) -> None:
    for name in (PACK, PACK.replace("fr.po", "messages.pot")):
        written = (translated / name).read_text("utf-8")
        shown = subprocess.run(["msgcat", "--no-wrap", str(translated / name)], capture_output=True, text=True, check=True)
        assert shown.stdout == written
        assert "POT-Creation-Date" not in written


def test_the_committed_packs_are_in_step_with_the_sources(real: pipeline.Desk) -> None:
    rules = {code: known.plurals for code, known in real.languages.items() if code != "en"}
    trees: list[object] = [packs.library_tree(real.shelf.library), *real.collections]
    trees += [packs.section_tree(r.section, r.exercises) for r in map(real.section, real.shelf.written)]
    made = sync.plan(ROOT, trees, rules, limit=real.limit).files
    behind = [name for name, text in made.items() if (ROOT / name).read_text("utf-8") != text]
    assert behind == [], "run `emmbuild translate sync`"


@pytest.mark.parametrize(
    ("section", "codes"), [("2.6", "fr es ar bs fa ko"), ("1.1", "fr ar"), ("3.12", "fr ar")]
)  # fmt: skip
def test_the_promised_translations_are_complete(real: pipeline.Desk, section: str, codes: str) -> None:
    for code in codes.split():
        coverage = real.edition_maker(section, code).coverage
        assert (coverage.translated, coverage.stale) == (coverage.texts, 0), f"{section} in {code}"


def test_committed_packs_pass_msgfmt_and_are_drafts() -> None:
    found = sorted(path for top in ("modules", "exercises") for path in (ROOT / top).rglob("*.po"))
    assert found
    for path in found:
        subprocess.run(["msgfmt", "-c", "-o", "/dev/null", str(path)], check=True, capture_output=True)
        assert catalogs.read(path).state == "draft", f"no person has reviewed {path}"


def markers(source: str) -> tuple[int, list[str]]:
    """What a translation must keep: bold marks and citations."""
    return source.count("**"), sorted(re.findall(r"\[@[^\],]+|\[\^[^\]]+\]|\]\([^)]+\)", source))


def test_translations_keep_marks_and_citations() -> None:
    for path in sorted(path for top in ("modules", "exercises") for path in (ROOT / top).rglob("*.po")):
        for name, unit in catalogs.read(path).units.items():
            if unit.target:
                assert markers(unit.source) == markers(unit.target), f"{path.name}: {name}"


def test_every_word_of_the_tool_is_in_every_language() -> None:
    known = languages.load()
    english = words.entries(languages.FOLDER / "en")
    for code, language in known.items():
        mine = words.entries(languages.FOLDER / code)
        assert set(mine) == set(english), f"{code} lacks {sorted(set(english) - set(mine))}"
        for key, text in mine.items():
            assert sorted(re.findall(r"\{\w+\}", text)) == sorted(re.findall(r"\{\w+\}", english[key])), f"{code}: {key}"
        assert isinstance(Words(language, mine), Words)


def test_generated_numbers_use_the_pack_digits() -> None:
    farsi = languages.load()["fa"]
    assert Words(farsi, {"x": "{n}"})("x", n=120) == "۱۲۰"
    assert Words(farsi, {}).minutes(30) == "۳۰ دقیقه"


@pytest.mark.parametrize(
    ("number", "words_"),
    [(1, "دقيقة واحدة"), (2, "دقيقتان"), (5, "5 دقائق"), (10, "10 دقائق"), (15, "15 دقيقة"), (103, "103 دقائق")],
)
def test_arabic_minutes_take_their_plural(number: int, words_: str) -> None:
    assert Words(languages.load()["ar"], {}).minutes(number) == words_


def test_a_new_language_is_one_folder(tmp_path: Path) -> None:
    folder = tmp_path / "languages"
    shutil.copytree(languages.FOLDER / "en", folder / "en")
    (folder / "ur").mkdir()
    (folder / "ur/pack.yaml").write_text(
        "code: ur\ntag: ur-PK\nname: اردو\nenglish_name: Urdu\ndirection: rtl\nscript: Arab\ndigits: arabext\n", "utf-8"
    )
    known = languages.load(folder)
    assert known["ur"] == Language("ur", "ur-PK", "اردو", "Urdu", True, "Arab", "arabext")
    assert words.load(folder, known["ur"])("objectives") == "Learning objectives"


def test_texts_that_are_data_are_not_offered() -> None:
    assert not identity.translatable(words_of("60 min"))
    assert not identity.translatable(Text("2006"))
    assert identity.translatable(Text("In 2006"))


def test_titles_of_other_sections_are_translated(real: pipeline.Desk) -> None:
    library = real.library_in("fr")
    assert library.titles["1.5"].plain != real.shelf.library.titles["1.5"].plain
    assert library.volumes[1].title.lang == "" and library.volumes[1].title.source != "Developing Migration Policy"
