"""Lists of participants as spreadsheets write them: every encoding, delimiter and language of headers gives the same people."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from people_samples import TOOL, csv_of

from emmbuild.core.diagnostics import Severity
from emmbuild.readers import participants, people_words
from emmbuild.readers.spreadsheet_text import decoded, rows
from emmbuild.workshop.model import Participant

FILE = "participants.csv"


def read(text: str | bytes, **more: object) -> tuple[tuple[Participant, ...], list[str]]:
    data = text if isinstance(text, bytes) else text.encode()
    people, problems = participants.read(data, FILE, **more)  # type: ignore[arg-type]
    return people, [problem.code for problem in problems]


def bare(people: tuple[Participant, ...]) -> list[tuple[object, ...]]:
    return [(one.code, one.name, one.langs, one.name_local, one.country, one.gender, one.step_free) for one in people]


EXPECTED = bare(read(csv_of(60))[0])


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256"])
def test_sixty_people_in_every_guise(encoding: str, delimiter: str) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows(csv.reader(io.StringIO(csv_of(60))))
    people, problems = read(out.getvalue().encode(encoding))
    assert bare(people) == EXPECTED
    assert problems == (["PPL111"] if encoding == "cp1256" else [])


FRENCH = "Nom;Prénom;Pays;Langues\nDupré;Hélène;Côte Belle;français, arabe\nÉtoilet;Zoé;Forêt-Noble;anglais\n"
BOSNIAN = "Ime;Prezime;Zemlja;Jezici\nŽeljka;Šćepić;Đurđevac;bosanski, engleski\nČedo;Žilić;Kraj;engleski\n"
ARABIC = "الاسم;البلد;اللغات\nسمر الوادي;أرفينيا;العربية والفرنسية\nHélène Dupré;Belmora;فرنسي\n"
KOREAN = "이름,국가,언어\n김하나,가상국,한국어 및 영어\n박두리,가상국,영어\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        (FRENCH, "mac_roman"),
        (FRENCH, "cp850"),
        (BOSNIAN, "cp1250"),
        (ARABIC, "cp1256"),
        (KOREAN, "cp949"),
    ],
)
def test_code_pages_are_told_from_the_letters(text: str, encoding: str) -> None:
    people, problems = read(text.encode(encoding))
    assert bare(people) == bare(read(text)[0]) and len(people) == 2
    assert all(one.langs for one in people)
    assert problems == ["PPL111"]
    assert decoded(text.encode(encoding)) == (text, encoding)


LISTS = {
    "en": ("Full name,Country,Organisation,Sex,Languages,Wheelchair", "Ada,X,Y,female,Arabic and French,Yes"),
    "fr": ("Nom et prénom;Pays;Organisme;Sexe;Langues parlées;Mobilité réduite", "Ada;X;Y;Femme;arabe et français;oui"),
    "es": ("Nombre y apellidos;País;Entidad;Sexo;Idiomas;Silla de ruedas", "Ada;X;Y;mujer;árabe y francés;sí"),
    "ar": ("الاسم الكامل,الدولة,الجهة,الجنس,اللغات,كرسي متحرك", "Ada,X,Y,أنثى,العربية والفرنسية,نعم"),
    "bs": ("Ime i prezime;Država;Institucija;Spol;Jezici;Invalidska kolica", "Ada;X;Y;ženski;arapski i francuski;da"),
    "fa": ("نام کامل,کشور,سازمان,جنسیت,زبان‌ها,ویلچر", "Ada,X,Y,زن,عربی و فرانسوی,بله"),
    "ko": ("성명,국가,소속,성별,사용 언어,휠체어", "Ada,X,Y,여성,아랍어 및 프랑스어,예"),
}


@pytest.mark.parametrize("code", LISTS)
def test_headers_and_answers_in_every_language(code: str) -> None:
    people, problems = read("\n".join(LISTS[code]))
    assert problems == []
    assert people == (
        Participant("p001", "Ada", ("ar", "fr"), country="X", agency="Y", gender="f", step_free=True, span=people[0].span),
    )
    assert people[0].span.line == 2


def test_every_pack_has_its_words_for_lists() -> None:
    for folder in (ROOT / "emmbuild/languages").iterdir():
        text = (folder / "people.yaml").read_text("utf-8")
        assert {"headers", "yes", "no", "gender", "languages"} <= {
            line.split(":")[0].strip("'") for line in text.split("\n")
        }
    words = people_words.load()
    assert {
        words.languages[people_words.plain(name)] for name in ("العربية", "arabe", "árabe", "arapski", "عربی", "아랍어")
    } == {"ar"}


def test_columns_of_the_recipe_and_other_attributes() -> None:
    text = "Delegate,Talks in,Home,Grade\nAda Brenn,en / fr,Valdoria,P4\n"
    people, problems = read(
        text, columns={"name": "delegate", "languages": "Talks in", "country": "Home"}, wanted=("country", "grade")
    )
    assert problems == []
    assert (people[0].name, people[0].langs, people[0].country) == ("Ada Brenn", ("en", "fr"), "Valdoria")
    assert people[0].attribute("grade") == "P4"
    assert read(text, columns={"name": "Who"})[1] == ["PPL109", "PPL102"]


def test_codes_are_kept_where_given_and_minted_elsewhere() -> None:
    people, problems = read("code,name,languages\nP007,A,en\n,B,en\np001,C,en\n,D,en\n")
    assert [one.code for one in people] == ["p007", "p002", "p001", "p003"]
    assert problems == []


def test_one_language_for_all_where_the_workshop_has_one() -> None:
    assert read("name\nA\n", spoken=("ko",))[0][0].langs == ("ko",)
    assert read("name\nA\n")[1] == ["PPL107"]


def test_titles_above_the_headers_quotes_and_empty_lines() -> None:
    text = (
        'sep=;\nParticipants of the workshop;;\n;;\nName;Languages;Agency\n"Brenn; Ada";"en\nfr";"Police, ""Border"""\n;;\n'
    )
    people, problems = read(text)
    assert problems == []
    assert (people[0].name, people[0].langs, people[0].agency) == ("Brenn; Ada", ("en", "fr"), 'Police, "Border"')
    assert people[0].span.line == 5
    assert [row.line for row in rows(text)] == [2, 4, 5]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", ["PPL101"]),
        ("name,languages\n", ["PPL101"]),
        (b"PK\x03\x04rest of a workbook", ["PPL101"]),
        (b"name\n\xb1 \xb2 \xb3 \xb4\n", ["PPL101"]),
        ("who,languages\nA,en\n", ["PPL102"]),
        ("name,languages\n,en\n", ["PPL103"]),
        ("name,languages\n???? ??,en\n", ["PPL104"]),
        ("name,languages\nWhat?,en\n", []),
        ("code,name,languages\np1,A,en\np1,B,en\n", ["PPL105"]),
        ("code,name,languages\np 1/2,A,en\n", ["PPL105"]),
        ("name,country,languages\nA B,X,en\na b,X,fr\n", ["PPL106"]),
        ("name,languages\nA,Klingon\n", ["PPL114", "PPL107"]),
        ("name,languages\nA,\"Klingon, en\"\n", ["PPL114"]),
        ("name,langages,languages\nA,x,en\n", []),
        ("name,languages,contry\nA,en,X\n", ["PPL108"]),
        ("name,full name,languages\nA,B,en\n", ["PPL108"]),
        ("name,name,languages\nA,B,en\n", ["PPL110", "PPL108"]),
        ("name,languages\nA,en,fr\n", ["PPL112"]),
        ("name,languages,step free\nA,en,maybe\n", ["PPL113"]),
    ],
)  # fmt: skip
def test_slips_are_reported_with_their_place(text: str | bytes, codes: list[str]) -> None:
    data = text if isinstance(text, bytes) else text.encode()
    people, problems = participants.read(data, FILE)
    assert [problem.code for problem in problems] == codes
    for problem in problems:
        assert problem.span.file == FILE and problem.span.line >= 1
        assert problem.hint
    if any(problem.severity is Severity.ERROR for problem in problems) and codes[-1] != "PPL107":
        assert len(people) <= 1


def test_an_unclear_need_counts_as_a_need() -> None:
    people, _ = read("name,languages,step free,large print\nA,en,maybe,perhaps\n")
    assert people[0].step_free and not people[0].large_print


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    people, problems = participants.read(data, FILE)
    assert people or problems


NAMES = st.text(st.characters(categories=("L", "Nd"), include_characters=" '-"), min_size=1, max_size=12).filter(
    lambda text: text.split() and "\ufffd" not in text
)


@settings(max_examples=100, deadline=None)
@given(st.lists(NAMES, min_size=1, max_size=6), st.sampled_from([",", ";", "\t"]), st.sampled_from(["utf-8-sig", "utf-16"]))
def test_any_name_comes_through(names: list[str], delimiter: str, encoding: str) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(["name", "languages", "email"])
    writer.writerows([name, "en", f"{at}@example.org"] for at, name in enumerate(names))
    people, _ = participants.read(out.getvalue().encode(encoding), FILE)
    assert [one.name for one in people] == [" ".join(name.split()) for name in names]


def test_the_invented_people_are_as_promised(tmp_path: Path) -> None:
    people = TOOL.invented(60)
    assert TOOL.table(people) == csv_of(60)
    spoken = [one["languages"] for one in people]
    mixture = {", ".join(langs.split()): count for langs, count in TOOL.MIXTURE}
    assert {langs: spoken.count(langs) for langs in mixture} == mixture
    assert len({one["country"] for one in people}) == 15 and len({one["agency"] for one in people}) == 8
    assert [one["code"] for one in people if one["large_print"] == "yes"] == ["p044"]
    assert sum(one["step_free"] == "yes" for one in people) == 3
    assert all(bool(one["name_local"]) == ("ar" in one["languages"].split(", ")) for one in people)
    assert len({one["name"] for one in TOOL.invented(600)}) == 600
    assert all("en" in one["languages"] for one in TOOL.invented(15, also="en"))
