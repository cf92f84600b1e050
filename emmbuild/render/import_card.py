"""The import card in each package: for the administrator of an LMS, in the language of the package, as page and text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from emmbuild.archive import Part
from emmbuild.core.edition import Bundle, Edition, Words
from emmbuild.plan.programme import Programme
from emmbuild.render.html import plain
from emmbuild.render.html_text import directed
from emmbuild.render.xml import attr, esc

PAGE, TEXT = "import-card.html", "import-card.txt"
_NAMES = {"scorm12": "SCORM 1.2", "scorm2004": "SCORM 2004 4th Edition", "cmi5": "cmi5"}

# Where each recommendation comes from; docs/analysis/lms.md says what was measured and what was only read.
SOURCES = {
    "Moodle": "https://docs.moodle.org/401/en/Adding/editing_a_SCORM",
    "Open edX": "https://github.com/overhangio/openedx-scorm-xblock",
    "ILIAS": "https://github.com/chlulei/ILIAS/blob/release_7/storeScorm2004.php",
    "Canvas": "https://community.canvaslms.com/t5/The-Product-Blog/SCORM-to-Require-Signed-Launch-Links/bc-p/470023/highlight/true",
    "SCORM Cloud": "https://cloud.scorm.com/docs/v2/guides/versioning",
}


@dataclass(frozen=True, slots=True)
class Advice:
    """What to set in one platform; `platform` is empty for all of them."""

    platform: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A title, rows of facts (name, value, whether the value is a technical name), advice for each platform, what the
    columns of a report show, and how to test whether progress is kept."""

    title: str
    intro: str
    rows: tuple[tuple[str, str, bool], ...]
    advice: tuple[Advice, ...]
    columns: tuple[tuple[str, str], ...]
    test: str


def card_of(bundle: Bundle, programmes: Sequence[Programme], kind: str, content: Iterable[Part]) -> Card:
    """The card in the language of `programmes` (all units). Size and digest are those of the content: the card itself,
    the manifest and schemas are not counted."""
    words, parts = programmes[0].edition.words, sorted(content, key=lambda part: part.name)
    title = bundle.titles[bundle.languages.index(programmes[0].edition.language)]
    mastery = max((programme.rules.mastery for programme in programmes if programme.asked), default=0)
    passed = words("card-percent", n=mastery) if mastery else words("card-no-check")
    several = bundle.shape != "single"
    shape = [words(f"card-parts-{bundle.shape}", n=len(bundle.editions))] if several else []
    rows = (
        (words("card-format"), _NAMES[kind], True),
        *((words("card-parts"), line, False) for line in shape),
        (words("card-version"), _versions(bundle), True),
        (words("card-language"), ", ".join(language.name for language in bundle.languages), False),
        (words("card-size"), words("card-kilobytes", n=sum(part.size for part in parts) // 1000), False),
        (words("card-digest"), digest(parts), True),
        (words("card-complete"), words("card-complete-all"), False),
        (words("card-passed"), passed, False),
    )
    test = words("card-test-how", item=words("package-about"))
    return Card(
        words("card-title", item=plain(title, 200)),
        words("card-for"),
        rows,
        tuple(_advice(words, kind, bundle.shape)),
        tuple((words(f"card-column-{name}"), words(key)) for name, key in _columns(kind)),
        test,
    )


def _versions(bundle: Bundle) -> str:
    versions = dict.fromkeys(row[0].section.front.version for row in bundle.editions)
    return ", ".join(versions)


def _advice(words: Words, kind: str, shape: str) -> Iterator[Advice]:
    """Only what was measured or has a source; see SOURCES."""
    yield Advice("", (words("card-attempts"), words("card-update")))
    if kind == "cmi5":
        yield Advice("cmi5", (words("card-cmi5"),))
        return
    moodle = [words("card-moodle-multi" if shape == "multi" else "card-moodle-single")]
    yield Advice("Moodle", (*moodle, *([words("card-moodle-2004")] if kind == "scorm2004" else [])))
    several = [words("card-open-edx-multi")] if shape == "multi" else []
    yield Advice("Open edX", (words("card-open-edx"), *several))
    yield Advice("ILIAS", (words("card-ilias"),))
    yield Advice("Canvas", (words("card-canvas"),))
    yield Advice("SCORM Cloud", (words("card-cloud"),))


def _columns(kind: str) -> tuple[tuple[str, str], ...]:
    status = "card-status-12" if kind == "scorm12" else "card-status-2004"
    rest = (("score", "card-score"), ("time", "card-time"), ("answers", "card-answers"), ("goals", "card-goals"))
    return (("status", status), *rest)


def card_name(name: str, bundle: Bundle, number: int) -> str:
    """The file of the card in the bundle's language `number`: the first has the plain name."""
    stem, _, end = name.rpartition(".")
    return name if number == 0 else f"{stem}-{bundle.languages[number].code}.{end}"


def digest(parts: Iterable[Part]) -> str:
    """One SHA-256 for all files: of the lines "name checksum size", by name."""
    lines = "".join(f"{part.name} {part.crc:08x} {part.size} {sha256(part.packed).hexdigest()}\n" for part in parts)
    return sha256(lines.encode()).hexdigest()


def card_text(words: Words, card: Card) -> str:
    rows = "".join(f"{name}: {value}\n" for name, value, _ in card.rows)
    settings = "".join(
        f"\n{advice.platform or words('card-any')}\n"
        + "".join(f"- {line}\n" for line in advice.lines)
        + (f"  {words('card-source')}: {SOURCES[advice.platform]}\n" if advice.platform in SOURCES else "")
        for advice in card.advice
    )
    columns = "".join(f"- {name}: {value}\n" for name, value in card.columns)
    return (
        f"{card.title}\n\n{card.intro}\n\n{rows}\n{words('card-settings').upper()}\n{settings}\n"
        f"{words('card-reports').upper()}\n\n{columns}\n{words('card-test').upper()}\n\n{card.test}\n"
    )


def card_html(edition: Edition, card: Card) -> str:
    language, words = edition.language, edition.words

    def said(text: str) -> str:
        return directed(text, language.rtl)

    rows = "".join(
        f'<tr><th scope="row">{esc(name)}</th><td>{_technical(value) if technical else said(value)}</td></tr>\n'
        for name, value, technical in card.rows
    )
    settings = "".join(
        f"<h3>{said(advice.platform or words('card-any'))}</h3>\n"
        f"<ul>{''.join(f'<li>{said(line)}</li>' for line in advice.lines)}</ul>\n{_source(words, advice.platform)}"
        for advice in card.advice
    )
    columns = "".join(f'<tr><th scope="row">{esc(name)}</th><td>{said(value)}</td></tr>\n' for name, value in card.columns)
    return (
        f'<!DOCTYPE html>\n<html lang="{attr(language.tag)}" dir="{language.direction}">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self' file:\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{esc(card.title)}</title>\n<link rel="stylesheet" href="theme.css">\n'
        '<link rel="stylesheet" href="player/player.css">\n</head>\n<body class="card">\n<main>\n'
        f"<h1>{said(card.title)}</h1>\n<p>{esc(card.intro)}</p>\n"
        f'<div class="wide"><table class="data"><tbody>\n{rows}</tbody></table></div>\n'
        f"<h2>{esc(words('card-settings'))}</h2>\n{settings}"
        f"<h2>{esc(words('card-reports'))}</h2>\n"
        f'<div class="wide"><table class="data"><tbody>\n{columns}</tbody></table></div>\n'
        f"<h2>{esc(words('card-test'))}</h2>\n<p>{said(card.test)}</p>\n</main>\n</body>\n</html>\n"
    )


def _source(words: Words, platform: str) -> str:
    if platform not in SOURCES:
        return ""
    address = attr(SOURCES[platform])
    link = f'<a href="{address}" rel="noreferrer"><bdi dir="ltr">{address}</bdi></a>'
    return f'<p class="source">{esc(words("card-source"))}: {link}</p>\n'


def _technical(value: str) -> str:
    return f'<bdi dir="ltr">{esc(value)}</bdi>'
