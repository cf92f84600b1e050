"""Coverage for the trainers, as a web page and as a workbook: objectives taught, practised and assessed; goals,
understandings and practices touched; how far each language is."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts.shape import Artefact, File, Kit, Output
from emmbuild.core.edition import Words
from emmbuild.render.plain_page import Block, page
from emmbuild.render.xlsx import Tab, workbook
from emmbuild.workshop.coverage import covered
from emmbuild.workshop.model import Session


def make(kit: Kit, code: str) -> Iterator[Output]:
    words = kit.words(code)
    blocks = (_objectives(kit, code), _tags(kit, code), _languages(kit, code))
    title = f"{words('coverage')} · {kit.workshop.id}"
    yield File("trainers/coverage.html", page(title, kit.languages[code], blocks), code)
    rtl = kit.languages[code].rtl
    tabs = [Tab(block.title.split(":")[0], block.header, block.rows, rtl) for block in blocks]
    yield File("trainers/coverage.xlsx", workbook(tabs, title), code)


def _objectives(kit: Kit, code: str) -> Block:
    words = kit.words(code)
    missing = words("coverage.missing")

    def where(sessions: tuple[Session, ...]) -> str:
        return words.join([session.id for session in sessions]) if sessions else missing

    rows = []
    for one in covered(kit.workshop, kit.scene.shelf):
        items = " / ".join(words.number(one.items.get(form, 0)) for form in ("A", "B"))
        rows.append(
            (
                f"{one.objective} {kit.objective(one.objective, code).plain}",
                where(one.taught),
                where(one.practised),
                where(one.assessed),
                items if all(one.items.values()) else missing,
            )
        )
    header = tuple(words(f"coverage.{name}") for name in ("objective", "taught", "practised", "assessed", "items"))
    return Block(words("coverage.objectives"), header, rows, bad=missing)


def _tags(kit: Kit, code: str) -> Block:
    """Tag → where it is touched: tags of the sections, and the loose blocks that sessions use."""
    words, found = kit.words(code), dict[str, list[str]]()
    for chosen in kit.workshop.content.sections:
        if chosen.section not in kit.scene.shelf.sections:
            continue
        for scheme, values in kit.section(chosen.section, code).section.front.tags.items():
            for value in values:
                found.setdefault(_tag(scheme, value), []).append(chosen.section)
    loose = [*kit.workshop.content.blocks, *(name for session in kit.workshop.sessions for name in session.blocks)]
    for name in dict.fromkeys(loose):
        scheme, _, value = name.partition("/")
        if value and scheme == "iamm":
            found.setdefault(_tag(scheme, value), []).append(name)
    rows = [(tag, words.join(list(dict.fromkeys(places)))) for tag, places in sorted(found.items(), key=_by_number)]
    return Block(words("coverage.tags"), (words("coverage.tag"), words("coverage.where")), rows)


def _tag(scheme: str, value: str) -> str:
    kind, _, number = value.partition("/")
    return f"{scheme.upper()} {kind.upper()} {number}" if number else f"{scheme.upper()} {value}"


def _by_number(entry: tuple[str, list[str]]) -> tuple[object, ...]:
    """SDG 8.8 before SDG 10.7."""
    name, _, number = entry[0].rpartition(" ")
    parts = [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in number.split(".")]
    return name, parts


def _languages(kit: Kit, code: str) -> Block:
    words, shelf = kit.words(code), kit.scene.shelf
    spoken = [name for name in kit.workshop.languages.working if name in kit.languages]
    rows = []
    for section in shelf.sections:
        cells = [_share(words, kit, section, language) for language in spoken]
        rows.append((f"{section} {shelf.titles[section].plain}" if section in shelf.titles else section, *cells))
    return Block(words("coverage.languages"), (words("coverage.section"), *spoken), rows)


def _share(words: Words, kit: Kit, section: str, language: str) -> str:
    done = kit.scene.shelf.translated.get((section, language))
    return f"{words.percent(done.per_cent)} / {words.percent(done.per_cent_reviewed)}" if done else "–"


ARTEFACT = Artefact("coverage-tables", "Coverage tables", "trainers", "facilitator", make, languages="source")
