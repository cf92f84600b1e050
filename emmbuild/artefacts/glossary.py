"""The glossary of what the workshop uses: each term in all working languages, and what it means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from emmbuild.artefacts.parties import readers
from emmbuild.artefacts.shape import Artefact, Copies, Kit, Output
from emmbuild.artefacts.sheets import head, language_names, lead, sheet, table_file
from emmbuild.core.nodes import Definition, Paragraph
from emmbuild.core.text import EMPTY, Text, words_of
from emmbuild.core.walk import nodes
from emmbuild.plan.document.matter import without_footnotes
from emmbuild.plan.document.model import Grid


def make(kit: Kit, code: str) -> Iterator[Output]:
    table = terms(kit, code)
    if table.rows:
        words = kit.words(code)
        title = words.text("paper.glossary")
        pieces = (head(title, bookmark="top"), lead(words.text("sheet.glossary-lead")), table)
        copies = Copies(readers(kit, code), duplex=True, binding="staple")
        yield sheet(kit, code, ARTEFACT.path("glossary", code), title, pieces, copies=copies, landscape=True)
        yield table_file(kit, code, ARTEFACT.path("glossary", code), title, table)


def terms(kit: Kit, code: str) -> Grid:
    """The terms in the order of the reader's language, the same term in the others, and its meaning."""
    words = kit.words(code)
    others = [name for name in kit.workshop.languages.working if name != code and name in kit.languages]
    found: dict[str, tuple[Text, ...]] = {}
    for chosen in kit.workshop.content.sections:
        if chosen.section in kit.scene.shelf.sections:
            same = (_definitions(kit, chosen.section, name) for name in (code, *others))
            for own, *same_term in zip(*same, strict=True):
                shown = (_in(one.term, name) for one, name in zip(same_term, others, strict=True))
                found.setdefault(own.term.plain, (own.term, *shown, _meaning(own)))
    rows = tuple(found[name] for name in sorted(found, key=words.sort_key))
    header = tuple(words_of(language_names(kit, (name,), code)) for name in (code, *others))
    return Grid((*header, words.text("sheet.meaning")), rows, weights=(*(2.2 for _ in header), 6))


def _definitions(kit: Kit, section: str, code: str) -> tuple[Definition, ...]:
    return tuple(node for node in nodes(kit.section(section, code).section.blocks) if isinstance(node, Definition))


def _meaning(node: Definition) -> Text:
    text = next((child.text for child in node.children if isinstance(child, Paragraph)), EMPTY)
    return replace(text, inlines=without_footnotes(text.inlines))


def _in(term: Text, code: str) -> Text:
    """The term marked with its language; one that has fallen back keeps its own mark."""
    return term if term.lang else replace(term, lang=code)


ARTEFACT = Artefact("glossary", "Glossary in the working languages", "participants", "participant", make)
