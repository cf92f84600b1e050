"""An edition made by hand that holds every core block and every kind of question, in English, Arabic and Korean."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from emmbuild.core.drawing import Drawing, Shape
from emmbuild.core.edition import Edition, Fonts, Theme
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
from emmbuild.core.text import EMPTY, Cite, Code, Emph, FootnoteRef, Link, Plain, Strong, Text, words_of
from emmbuild.localize import words
from emmbuild.readers import languages

_WORDS = {
    "en": {
        "title": "Sample of everything",
        "topic": "A topic with much in it",
        "body": "Call +41 22 717 91 11 before 2024-05-17.",
        "long": "Workers move because pay, safety and prospects differ between places.",
        "label": "Plan the need",
        "q": "Which one is right?",
        "right": "This one",
        "wrong": "That one",
        "good": "Well seen.",
        "bad": "Look again.",
        "fill": "remittances | remittance",
    },
    "ar": {
        "title": "نموذج من كل شيء",
        "topic": "موضوع فيه أشياء كثيرة",
        "body": "اتصل بالرقم +41 22 717 91 11 قبل 2024-05-17 (مكتب ILO).",
        "long": "ينتقل العمال لأن الأجور والسلامة والفرص تختلف بين الأماكن.",
        "label": "تخطيط الحاجة",
        "q": "أيّ إجابة صحيحة؟",
        "right": "هذه",
        "wrong": "تلك",
        "good": "أحسنت.",
        "bad": "راجع النص.",
        "fill": "تحويلات | حوالات",
    },
    "ko": {
        "title": "모든 것의 견본",
        "topic": "많은 내용을 담은 주제",
        "body": "2024-05-17 이전에 +41 22 717 91 11로 전화하십시오.",
        "long": "임금과 안전과 전망이 장소마다 다르기 때문에 노동자는 이동한다.",
        "label": "수요 계획",
        "q": "어느 것이 맞습니까?",
        "right": "이것",
        "wrong": "저것",
        "good": "맞습니다.",
        "bad": "다시 보십시오.",
        "fill": "송금 | 송금액",
    },
}


def words_in(language: str) -> dict[str, Text]:
    return {key: Text(value, (Plain(value),)) for key, value in _WORDS[language].items()}


def rich(text: str, *more: object) -> Text:
    return Text(text, (Plain(text), *more))  # type: ignore[arg-type]


def picture() -> Picture:
    """A red square of 2 × 2 pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + name + data + struct.pack(">L", zlib.crc32(name + data))

    rows = zlib.compress(b"".join(b"\0" + b"\xff\0\0" * 2 for _ in range(2)))
    header = struct.pack(">LLBBBBB", 2, 2, 8, 2, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return Picture("media/red.png", data, "png", 2, 2)


def drawing(label: Text) -> Drawing:
    box = Shape("rect", 20, 100, 300, 120, fill="primary", radius=12, label=label, ink="paper", font_size=24, bold=True)
    line = Shape("path", 320, 160, 280, 0, (("M", 320.0, 160.0), ("L", 600.0, 160.0)), stroke="ink", arrow_end=True)
    egg = Shape("ellipse", 600, 90, 320, 140, fill="light", stroke="secondary", label=label, font_size=22)
    free = Shape("label", 20, 20, 400, 30, label=label, anchor="start", ink="accent")
    return Drawing(960, 300, (box, line, egg, free))


def questions(say: dict[str, Text]) -> tuple[Question, ...]:
    """One of each kind: Q1 … Q7."""
    stem = (Paragraph(text=say["q"]),)
    two = (Option("a", say["wrong"], False, say["bad"]), Option("b", say["right"], True, say["good"]))
    three = (*two, Option("c", say["right"], True, say["good"]))
    either = (Option("a", words_of("true"), False, say["bad"]), Option("b", words_of("false"), True, say["good"]))
    order = tuple(
        Option(name, Text(f"{name} {say['label'].source}", (Plain(f"{name} "), *say["label"].inlines))) for name in "abc"
    )
    pairs = tuple(Pair(name, say["label"], rich(f"{name} {say['right'].source}"), say["good"]) for name in "abc")

    def meta(number: int) -> Meta:
        return Meta(id=f"9.1.Q{number}", objectives=("9.1.O1",))

    own = {"correct_feedback": say["good"], "incorrect_feedback": say["bad"], "rationale": say["long"]}
    return (
        Question(kind="single", stem=stem, options=two, rationale=say["long"], meta=meta(1)),
        Question(kind="multiple", stem=stem, options=three, points=2, meta=meta(2)),
        Question(kind="true-false", stem=stem, options=either, meta=meta(3)),
        Question(kind="matching", stem=stem, pairs=pairs, shuffle=(2, 0, 1), points=3, meta=meta(4)),
        Question(kind="ordering", stem=stem, options=order, shuffle=(1, 2, 0), meta=meta(5)),
        Question(kind="fill-in", stem=stem, answers=say["fill"], meta=meta(6), **own),  # type: ignore[arg-type]
        Question(kind="numeric", stem=stem, answers=words_of("2006"), tolerance=1.0, meta=meta(7), **own),  # type: ignore[arg-type]
    )


def blocks(say: dict[str, Text]) -> tuple[Node, ...]:
    one = Item(text=say["long"], meta=Meta(id="9.1.O1"))
    two = Item(text=rich(say["body"].source, Strong((Plain("!"),))), meta=Meta(id="9.1.O2"))
    english = Text(
        "Not translated yet: **text** of 2006.",
        (Plain("Not translated yet: "), Strong((Plain("text"),)), Plain(" of 2006.")),
        lang="en",
    )
    marked = rich(
        say["body"].source,
        FootnoteRef("one"),
        Cite("ilo", "EP 5"),
        Code("a<b"),
        Link("https://example.org/?a=1&b=2", (Plain("ILO"),)),
    )
    cells = (Row(cells=(say["label"], EMPTY)), Row(cells=(EMPTY, EMPTY)))
    return (
        Box(role="objectives", title=say["label"], children=(Bullets(items=(one, two), role="objectives"),)),
        Box(role="guiding", title=say["label"], children=(Bullets(items=(Item(text=say["q"]),), role="questions"),)),
        Heading(level=1, text=say["topic"], meta=Meta(id="9.1/first-topic", objectives=("9.1.O2",))),
        Paragraph(text=say["long"], role="lead"),
        Paragraph(text=marked),
        Paragraph(text=english),
        Slide(title=say["topic"], layout="bullets", columns=()),
        Definition(term=say["label"], children=(Paragraph(text=say["long"]),), source=Text("[@ilo]", (Cite("ilo"),))),
        Heading(level=2, text=say["label"]),
        Figure(alt=say["long"], caption=say["label"], credit=say["right"], drawing=drawing(say["label"])),
        Figure(alt=EMPTY, picture=picture()),
        Figure(alt=say["label"], picture=picture()),
        Table(header=(say["label"], say["right"]), rows=(Row(cells=(say["wrong"], say["body"])),), caption=say["topic"]),
        Quote(children=(Paragraph(text=say["long"]),), by=say["right"]),
        Box(
            role="case",
            title=say["topic"],
            kicker=say["label"],
            meta=Meta(id="9.1.C1"),
            children=(
                Paragraph(text=say["label"], role="label"),
                Paragraph(text=Text("x", (Emph(say["long"].inlines),))),
                Bullets(items=(Item(text=say["q"], children=(Bullets(items=(Item(text=say["right"]),)),)),), ordered=True),
            ),
        ),
        Paragraph(text=say["body"]),
        Heading(level=1, text=say["label"], meta=Meta(id="9.1/second-topic")),
        Paragraph(text=say["long"]),
        Box(
            role="worksheet",
            title=say["topic"],
            kicker=say["label"],
            meta=Meta(id="9.1.W1"),
            children=(
                Table(header=(say["label"], say["right"]), rows=cells, fill=True, meta=Meta(id="9.1.W1.T1")),
                WriteSpace(label=say["q"], lines=3, meta=Meta(id="9.1.W1.F1")),
            ),
        ),
        Box(role="check", title=say["label"], children=(Paragraph(text=say["long"]), *questions(say))),
        Box(role="messages", title=say["label"], children=(Bullets(items=(Item(text=say["long"]),), role="messages"),)),
        Box(
            role="resources",
            title=say["label"],
            children=(
                Bullets(items=(Item(text=Text("x", (Cite("ilo"), Plain(" "), *say["good"].inlines))),), role="resources"),
            ),
        ),
    )


def edition(language: str = "en", made: tuple[Node, ...] | None = None, identifier: str = "9.1") -> Edition:
    say = words_in(language)
    known = languages.load()
    front = FrontMatter(identifier, say["title"], "9", say["long"], minutes={"core": 75})
    body = blocks(say) if made is None else made
    section = Section(front, body, (Footnote("one", say["body"]),), lang=language)
    work = Work("ilo", "ILO", "Multilateral Framework on Labour Migration", "2006", extra="Geneva")
    library = Library("emm", say["title"], "en", (Volume("9", say["title"], "9", (identifier,)),), {"ilo": work})
    colours = {
        "primary": "#0B3C5D",
        "secondary": "#1D6A70",
        "accent": "#9A3B1B",
        "muted": "#5B6770",
        "light": "#EAF1F5",
        "ink": "#1B242B",
        "paper": "#FFFFFF",
    }
    fonts = {
        "Latn": Fonts("Calibri", "Calibri"),
        "Arab": Fonts("Arial", "Arial"),
        "Hang": Fonts("Malgun Gothic", "Malgun Gothic"),
    }
    theme = Theme("default", Path("themes/default"), colours, fonts)
    spoken = words.load(languages.FOLDER, known[language])
    return Edition(section, library, known[language], known, spoken, theme, "participant", say["title"])
