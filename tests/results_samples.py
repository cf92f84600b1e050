"""Invented results of a workshop, the same answers as they come from paper, from Kobo and from Moodle."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from openpyxl import Workbook

from emmbuild.artefacts import asking, questionnaires
from emmbuild.assembly import after
from emmbuild.assembly.hall import Hall
from emmbuild.assembly.kit import WorkshopKit
from emmbuild.core.nodes import Question
from emmbuild.workshop.results.attendance import marks
from emmbuild.workshop.results.model import Field, Item

WORDS = ("Very useful exercises", "More time for cases", "Échanges très riches", "نحتاج إلى أمثلة محلية")


@dataclass(frozen=True)
class Person:
    code: str
    gender: str
    agency: str
    language: str


def people(count: int = 24) -> list[Person]:
    dice = Random(5)
    return [
        Person(
            f"{dice.choice('LMNAZ')}{dice.choice('AEIO')}{place:02}{dice.randrange(10, 99)}",
            "fm"[place % 2],
            ("Labour", "Interior", "Police")[place % 3],
            ("en", "fr", "ar")[place // 8 % 3],
        )
        for place in range(count)
    ]


def answers(items: Sequence[Item], moment: str) -> list[dict[str, str]]:
    """Field name → ids, for each person; better after than before, some left open."""
    dice = Random(11 if moment == "pre" else 12)
    found = []
    for place in range(24):
        able = (0.3 if moment == "pre" else 0.65) + 0.25 * (place % 4) / 3
        given = {}
        for field in (field for item in items for field in item.fields):
            if field.kind == "number":
                given[field.name] = field.right[0] if dice.random() < able else "7"
                continue
            wrong = [id for id in field.shown if id not in field.right] or list(field.shown)
            picked = field.right if dice.random() < able else (dice.choice(wrong),)
            given[field.name] = "" if dice.random() < 0.04 else " ".join(sorted(picked))
        found.append(given)
    return found


def letters(given: str, field: Field) -> str:
    """Ids as the capital letters of the paper."""
    if field.kind == "number":
        return given
    return ", ".join(chr(65 + field.shown.index(id)) for id in given.split())


def table(header: Sequence[str], rows: Iterable[Sequence[str]], encoding: str = "utf-8-sig", mark: str = ",") -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=mark)
    writer.writerows([header, *rows])
    return out.getvalue().encode(encoding)


def workbook(sheets: dict[str, list[Sequence[str]]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


class Sample:
    def __init__(self, hall: Hall) -> None:
        self.kit = WorkshopKit(hall)
        self.items = after.items(self.kit)
        self.people = people()
        forms = {"pre": "A", "post": "B"}
        self.tests = {moment: [item for item in self.items if item.form == form] for moment, form in forms.items()}
        self.given = {moment: answers(items, moment) for moment, items in self.tests.items()}

    def fields(self, moment: str) -> list[Field]:
        return [field for item in self.tests[moment] for field in item.fields]

    def attendance(self) -> bytes:
        units = marks(self.kit.workshop)
        rows = []
        for place, person in enumerate(self.kit.scene.people):
            there = ["x" if place % 7 or number else "" for number, _ in enumerate(units)]
            rows.append((person.code, *(there if place % 11 else [""] * len(units))))
        return table(("code", *units), rows)

    def final(self) -> list[dict[str, str]]:
        dice = Random(3)
        found = []
        for place, person in enumerate(self.people):
            given = {"gender": person.gender, "agency": person.agency, "language": person.language}
            for ask in questionnaires.final(self.kit, "en").asks:
                if ask.kind == "scale":
                    low = ask.name.startswith("before_") or ask.name == "time"
                    given[ask.name] = str(dice.choice((1, 2, 3) if low else (3, 4, 4, 5)))
                elif ask.kind == "long":
                    given[ask.name] = WORDS[place % 4] if place % 5 == 0 else ""
            found.append(given)
        return found

    def paper(self) -> dict[str, bytes]:
        """Typed from paper: one CSV with semicolons and a code page, one UTF-16, one workbook."""
        found = {"attendance.csv": self.attendance()}
        for moment, form in (("pre", "A"), ("post", "B")):
            header = ("code", "gender", "agency", "language", "form", *(field.name for field in self.fields(moment)))
            rows = [
                (p.code.lower() if n % 3 else f" {p.code} ", p.gender, p.agency, p.language, form)
                + tuple(letters(given[field.name], field) for field in self.fields(moment))
                for n, (p, given) in enumerate(zip(self.people, self.given[moment], strict=True))
            ]
            encoding, mark = ("cp1252", ";") if moment == "pre" else ("utf-16", "\t")
            found[f"{moment}.csv"] = table(header, rows, encoding, mark)
        names = [ask.name for ask in questionnaires.final(self.kit, "en").asks]
        rows = [[given.get(name, "") for name in names] for given in self.final()]
        found["evaluation.xlsx"] = workbook({"final": [names, *rows]})
        return found

    def kobo(self) -> dict[str, bytes]:
        """As KoboToolbox exports XLSForms: groups before the names, columns of its own, ids as answers."""
        found = {"attendance.csv": self.attendance()}
        for moment, form in (("pre", "a"), ("post", "b")):
            header = ["start", "end", "part_code/code", "part_about/gender", "part_about/agency", "part_about/language"]
            header += [f"part_items/{field.name}" for field in self.fields(moment)] + ["_id", "_uuid"]
            rows: list[Sequence[str]] = [header]
            for n, (p, given) in enumerate(zip(self.people, self.given[moment], strict=True)):
                about = [f"2027-04-13T09:{n:02}:00", "", p.code, p.gender, p.agency, p.language]
                rows.append(about + [given[field.name] for field in self.fields(moment)] + [str(n), f"u{n}"])
            found[f"tunis_2027_test_{form}_latest.xlsx"] = workbook({f"tunis_2027_test_{form}": rows})
        survey = questionnaires.final(self.kit, "en")
        columns = [f"part_{part.name}/{ask.name}" for part in survey.parts for ask in part.asks]
        rows = [columns, *([given.get(c.split("/")[1], "") for c in columns] for given in self.final())]
        found["tunis_2027_final.xlsx"] = workbook({"tunis_2027_final": rows})
        return found

    def moodle(self) -> dict[str, bytes]:
        """As Moodle's report Responses: words of the answers in the language of each person, the code as response 1."""
        found = {"attendance.csv": self.attendance()}
        for moment, form in (("pre", "A"), ("post", "B")):
            asked = {code: self.kit.items(form, code, keyed=True) for code in ("en", "fr", "ar")}
            count = len(self.fields(moment)) + 3
            asks = {code: asking.about_part(self.kit, code).asks for code in ("en", "fr", "ar")}
            header = ["Last name", "First name", "Email address", "State", "Started on", "Grade/6.00"]
            header += [f"Response {n}" for n in range(1, count + 2)]
            rows = []
            for p, given in zip(self.people, self.given[moment], strict=True):
                about = [self.label(a, v) for a, v in zip(asks[p.language], (p.gender, p.agency, p.language), strict=True)]
                said = [self.said(question, given, self.fields(moment)) for question in asked[p.language]]
                rows.append(["x", "y", "z@example.org", "Finished", "1 April", "3.00", p.code, *about, *said])
            found[f"{moment}-moodle.csv"] = table(header, rows)
        survey = questionnaires.final(self.kit, "fr")
        labels = [ask.label.plain for ask in survey.asks]
        rows = [
            [self.label(ask, given.get(ask.name, "")) for ask in survey.asks] for given in self.final()
        ]  # an export with labels, in French
        # The same statements stand in "before" and "after": labels cannot tell them apart, names can.
        names = [
            ask.name if ask.name.startswith(("before_", "after_")) else label
            for ask, label in zip(survey.asks, labels, strict=True)
        ]
        found["final.csv"] = table(names, rows)
        return found

    @staticmethod
    def label(ask: questionnaires.Ask, given: str) -> str:
        return next((choice.text.plain for choice in ask.choices if choice.id == given), given)

    @staticmethod
    def said(question: Question, given: dict[str, str], fields: list[Field]) -> str:
        name = next(field.name for field in fields if field.name.endswith(question.meta.id.replace(".", "_")))
        if not given[name]:
            return "-"
        texts = {option.id: option.text.plain for option in question.options}
        return "; ".join(texts[id] for id in given[name].split())
