"""Editions made by hand for the tests of documents: small, in any language, without reading a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from emmbuild.core.drawing import Drawing, Shape
from emmbuild.core.edition import Edition, Fonts, Language, Theme, Words
from emmbuild.core.nodes import (
    Box,
    Bullets,
    Definition,
    Figure,
    Footnote,
    FrontMatter,
    Heading,
    Item,
    Library,
    Meta,
    Node,
    Notes,
    Option,
    Pair,
    Paragraph,
    Picture,
    Question,
    Quote,
    Row,
    Section,
    Slide,
    Table,
    Volume,
    Work,
    WriteSpace,
)
from emmbuild.core.text import Cite, Emph, FootnoteRef, Link, Plain, Strong, Text, words_of
from emmbuild.localize.words import entries

ROOT = Path(__file__).parent.parent
LANGUAGES = {
    language.code: language
    for language in (
        Language("en", "en-GB", "English", "English"),
        Language("fr", "fr-FR", "français", "French"),
        Language("ar", "ar-SA", "العربية", "Arabic", rtl=True, script="Arab"),
        Language("fa", "fa-IR", "فارسی", "Farsi", rtl=True, script="Arab", digits="arabext"),
        Language("ko", "ko-KR", "한국어", "Korean", script="Hang"),
    )
}
THEME = Theme(
    "default",
    ROOT / "themes" / "default",
    {
        "primary": "#0B3C5D",
        "secondary": "#1D6A70",
        "accent": "#9A3B1B",
        "muted": "#5B6770",
        "light": "#EAF1F5",
        "ink": "#1B242B",
        "paper": "#FFFFFF",
    },
    {"Latn": Fonts("Calibri", "Calibri"), "Arab": Fonts("Arial", "Arial"), "Hang": Fonts("Malgun Gothic", "Malgun Gothic")},
)
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cf500f0003860180"
    "5a34277b0000000049454e44ae426082"
)


def t(words: str, lang: str = "") -> Text:
    return replace(words_of(words, lang), literal=False)


def items(*words: str) -> tuple[Item, ...]:
    return tuple(Item(t(word)) for word in words)


DRAWING = Drawing(
    960,
    300,
    (
        Shape("rect", 20, 20, 200, 80, fill="primary", radius=8, label=t("Plan"), ink="paper", bold=True),
        Shape("ellipse", 400, 20, 200, 120, fill="light", stroke="primary", label=t("Move")),
        Shape("path", 220, 60, 180, 0, steps=(("M", 220, 60), ("L", 400, 60)), stroke="ink", arrow_end=True),
        Shape(
            "path",
            0,
            0,
            10,
            10,
            steps=(("M", 0, 200), ("C", 10, 210, 20, 210, 30, 200), ("Q", 40, 190, 50, 200), ("Z",)),
            fill="accent",
        ),
        Shape("label", 20, 240, 200, 28, label=t("Free words"), anchor="start"),
    ),
)
STEM = (Paragraph(t("Which one?")),)
QUESTIONS: tuple[Question, ...] = (
    Question(
        "single",
        STEM,
        (Option("a", t("Left")), Option("b", t("Right"), True, t("RIGHTFEEDBACK"))),
        rationale=t("RATIONALE"),
        meta=Meta(id="2.6.Q1", objectives=("2.6.O1",)),
    ),
    Question(
        "matching", STEM, pairs=(Pair("a", t("Quota"), t("ceiling")), Pair("b", t("Test"), t("check"))), shuffle=(1, 0)
    ),
    Question(
        "ordering", STEM, (Option("a", t("Assess")), Option("b", t("Sign")), Option("c", t("Review"))), shuffle=(2, 0, 1)
    ),
    Question("fill-in", (Paragraph(t("Money is called ____.")),), answers=t("remittances | remittance")),
    Question("numeric", (Paragraph(t("Which year?")),), answers=t("2006"), tolerance=1.0),
)


def withheld(question: Question) -> Question:
    """As the pipeline hands questions to participants."""
    options = tuple(Option(o.id, o.text) for o in question.options)
    if question.kind == "ordering":
        options = tuple(options[place] for place in question.shuffle)
    rights = [question.pairs[place].right for place in question.shuffle] if question.pairs else []
    pairs = tuple(Pair(p.id, p.left, right) for p, right in zip(question.pairs, rights, strict=True))
    return replace(
        question,
        options=options,
        pairs=pairs,
        answers=Text(""),
        tolerance=0.0,
        rationale=Text(""),
        shuffle=tuple(range(len(question.shuffle))),
        keyed=False,
    )


def blocks(audience: str) -> tuple[Node, ...]:
    """One of everything, selected for the audience."""
    facilitator = audience == "facilitator"
    points = (Notes((Bullets(items("EXPECTEDPOINT")),), "points"),)
    note = (Notes((Paragraph(t("SAY that NOTETEXT.")), Bullets(items("DO wait."))), meta=Meta(minutes=5)),)
    questions = QUESTIONS if facilitator else tuple(withheld(q) for q in QUESTIONS)
    inlines = (
        Plain("Work "),
        Strong((Plain("moves"),)),
        Plain(" people"),
        FootnoteRef("one"),
        Plain(" "),
        Cite("iom2019", "p. 4"),
        Plain(" see "),
        Link("https://example.org/a b", (Emph((Plain("here"),)),)),
    )
    return (
        Box(
            "objectives",
            t("Learning objectives"),
            (Bullets((Item(t("Explain it."), meta=Meta(id="2.6.O1")),), role="objectives"),),
        ),
        Box(
            "guiding",
            t("Guiding questions"),
            (Bullets((Item(t("Who goes?"), points if facilitator else ()),), role="questions"),),
        ),
        Heading(level=1, text=t("Why labour moves"), meta=Meta("why", minutes=10, objectives=("2.6.O1",))),
        Paragraph(Text("Work moves people", inlines)),
        Slide(t("SLIDETEXT"), "bullets", ()),
        *(note if facilitator else ()),
        Definition(t("remittances"), (Paragraph(t("Money sent home.")),)),
        Definition(t("Émigré"), (Paragraph(t("A person who left.")),)),
        Figure(t("Two boxes joined by an arrow"), t("The cycle."), t("emmbuild"), DRAWING, meta=Meta("2.6.F1")),
        Figure(Text(""), picture=Picture("a.png", PIXEL, "png", 400, 200)),
        Table((t("A"), t("B")), (Row((t("1"), t("2"))), Row((t("3"), t("4")))), t("Two columns"), meta=Meta("2.6.T1")),
        Quote((Paragraph(t("Labour is not a commodity.")),), t("Philadelphia")),
        Box(
            "case",
            t("The orchards"),
            (Paragraph(t("A story.")), Bullets(items("Who gains?"), True, "questions")),
            t("Case study"),
            meta=Meta("2.6.C1", minutes=30, priority="should"),
        ),
        Heading(level=1, text=t("Next topic"), meta=Meta(minutes=5, priority="could")),
        Heading(level=2, text=t("Part of it")),
        Bullets(items("first", "second"), ordered=True),
        Box(
            "worksheet",
            t("An agreement"),
            (
                Paragraph(t("Purpose"), "label"),
                Paragraph(t("To draft it.")),
                Table((t("Step"), t("Time")), (Row((t("Read"), t("5 min"))),), role="schedule", weights=(5, 1)),
                Table((t("Clause"), t("Ours")), (Row((t("Housing"), Text(""))),), t("Clauses"), True),
                WriteSpace(t("The hardest point"), 4, meta=Meta("2.6.W1.F1")),
            ),
            t("Worksheet"),
            meta=Meta("2.6.W1", minutes=60),
        ),
        Box("check", t("Knowledge check"), questions),
        Box("messages", t("Key messages"), (Bullets(items("It pays."), role="messages"),)),
        Box(
            "resources",
            t("Top 1"),
            (Bullets((Item(Text("x", (Cite("iom2019"), Plain(" Start here.")))),), True, "resources"),),
        ),
    )


def edition(audience: str = "participant", code: str = "en", made: tuple[Node, ...] | None = None) -> Edition:
    language = LANGUAGES[code]
    found = {**entries(ROOT / "emmbuild/languages/en"), **entries(ROOT / f"emmbuild/languages/{code}")}
    front = FrontMatter(
        "2.6",
        t("Migration and Labour"),
        "2",
        t("What it is about."),
        reviewed="2026-11-22",
        minutes={"brief": 30},
        prerequisites=("1.1",),
    )
    notes = (
        Footnote(
            "one",
            Text("n", (Plain("A note, see "), Link("https://example.org/n", (Plain("n"),)))),
        ),
    )
    section = Section(front, blocks(audience) if made is None else made, notes)
    library = Library(
        "emm",
        t("Essentials"),
        "en",
        (Volume("2", t("Policy"), "2", ("2.6",)),),
        {"iom2019": Work("iom2019", "IOM", "Glossary", "2019"), "ilo": Work("ilo", "ILO", "Unused", "2006")},
        {"1.1": t("Terminology")},
    )
    return Edition(section, library, language, LANGUAGES, Words(language, found), THEME, audience, t("Policy"))
