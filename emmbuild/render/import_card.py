"""The import card in each package: for the administrator of an LMS, in the language of the package, as page and text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from emmbuild.archive import Part
from emmbuild.core.edition import Edition
from emmbuild.plan.course import Course
from emmbuild.render.html import plain
from emmbuild.render.xml import attr, esc

PAGE, TEXT = "import-card.html", "import-card.txt"
_NAMES = {"scorm12": "SCORM 1.2", "scorm2004": "SCORM 2004 4th Edition", "cmi5": "cmi5"}


@dataclass(frozen=True, slots=True)
class Card:
    """A title, rows of facts (name, value, whether the value is a technical name), and lists under headings."""

    title: str
    intro: str
    rows: tuple[tuple[str, str, bool], ...]
    lists: tuple[tuple[str, tuple[str, ...]], ...]


def card_of(edition: Edition, course: Course, kind: str, content: Iterable[Part]) -> Card:
    """The size and the digest are those of the content: the card itself, the manifest and schemas are not counted."""
    words, parts = edition.words, sorted(content, key=lambda part: part.name)
    said = {"n": course.rules.mastery}
    passed = words("card-percent", **said) if course.questions else words("card-no-check")
    rows = (
        (words("card-format"), _NAMES[kind], True),
        (words("card-version"), edition.section.front.version, True),
        (words("card-language"), edition.language.name, False),
        (words("card-size"), words("card-kilobytes", n=sum(part.size for part in parts) // 1000), False),
        (words("card-digest"), digest(parts), True),
        (words("card-complete"), words("card-complete-all"), False),
        (words("card-passed"), passed, False),
    )
    settings = ("card-attempts", *(("card-moodle",) if kind.startswith("scorm") else ()), "card-update")
    lists = (
        (words("card-settings"), tuple(words(name) for name in settings)),
        (words("card-reports"), tuple(words(f"card-report-{name}") for name in ("status", "time", "answers"))),
        (words("card-test"), (words("card-test-how"),)),
    )
    return Card(words("card-title", item=plain(course.title, 200)), words("card-for"), rows, lists)


def digest(parts: Iterable[Part]) -> str:
    """One SHA-256 for all files: of the lines "name checksum size", by name."""
    lines = "".join(f"{part.name} {part.crc:08x} {part.size} {sha256(part.packed).hexdigest()}\n" for part in parts)
    return sha256(lines.encode()).hexdigest()


def card_text(card: Card) -> str:
    rows = "".join(f"{name}: {value}\n" for name, value, _ in card.rows)
    lists = "".join(f"\n{title}\n" + "".join(f"- {line}\n" for line in lines) for title, lines in card.lists)
    return f"{card.title}\n\n{card.intro}\n\n{rows}{lists}"


def card_html(edition: Edition, card: Card) -> str:
    language = edition.language
    rows = "".join(
        f'<tr><th scope="row">{esc(name)}</th><td>{_technical(value) if technical else esc(value)}</td></tr>\n'
        for name, value, technical in card.rows
    )
    lists = "".join(
        f"<h2>{esc(title)}</h2>\n<ul>{''.join(f'<li>{esc(line)}</li>' for line in lines)}</ul>\n"
        for title, lines in card.lists
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{attr(language.tag)}" dir="{language.direction}">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self' file:\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{esc(card.title)}</title>\n<link rel="stylesheet" href="theme.css">\n'
        '<link rel="stylesheet" href="player/player.css">\n</head>\n<body class="card">\n<main>\n'
        f"<h1>{esc(card.title)}</h1>\n<p>{esc(card.intro)}</p>\n"
        f'<div class="wide"><table class="data"><tbody>\n{rows}</tbody></table></div>\n{lists}</main>\n</body>\n</html>\n'
    )


def _technical(value: str) -> str:
    return f'<bdi dir="ltr">{esc(value)}</bdi>'
