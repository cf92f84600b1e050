"""The plan of a handbook to read on a screen: a section as chapters, its questions without their answers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from emmbuild.core import sorting
from emmbuild.core.edition import Edition
from emmbuild.core.nodes import Box, Bullets, Definition, Heading, Item, Node, Paragraph, Question, Row, Slide, Table
from emmbuild.core.text import EMPTY, Plain, Strong, Text
from emmbuild.core.walk import keep, map_nodes, nodes

_CHAPTERS = frozenset({"objectives", "guiding", "check", "messages", "resources", "links"})


@dataclass(frozen=True, slots=True)
class Chapter:
    """`name` is an id for links; `title` what a list of contents shows; `blocks` begin with their heading."""

    name: str
    title: Text
    blocks: tuple[Node, ...]


def chapters(edition: Edition) -> tuple[Chapter, ...]:
    """A chapter for each topic and each box that stands on its own, in the order of reading."""
    shown = keep(edition.section.blocks, lambda node: not isinstance(node, Slide))
    groups: list[list[Node]] = []
    for block in map_nodes(shown, lambda node: _without_questions(node, edition)):
        opens = isinstance(block, Heading) and block.level == 1 or isinstance(block, Box) and block.role in _CHAPTERS
        if opens or not groups:
            groups.append([])
        groups[-1].append(block)
    return tuple(
        Chapter(f"c{number}", _title(group[0], edition), tuple(group)) for number, group in enumerate(groups, 1) if group
    )


def _title(first: Node, edition: Edition) -> Text:
    if isinstance(first, Heading):
        return first.text
    if isinstance(first, Box) and (first.title or first.kicker):
        return first.title or first.kicker
    return edition.section.front.title


def terms(edition: Edition) -> tuple[Definition, ...]:
    """The terms that the section defines, each once, in the order of the language."""
    found = {node.term.plain: node for node in nodes(edition.section.blocks) if isinstance(node, Definition)}
    rules = edition.language.formats.sorting
    return tuple(found[name] for name in sorted(found, key=lambda name: sorting.key(rules, name)))


def _without_questions(node: Node, edition: Edition) -> Node:
    """A knowledge check as a numbered list; other nodes as they are."""
    children: tuple[Node, ...] = getattr(node, "children", ())
    if not isinstance(node, Box) or not any(isinstance(child, Question) for child in children):
        return node
    items = tuple(_item(child, edition) for child in children if isinstance(child, Question))
    rest = tuple(child for child in children if not isinstance(child, Question))
    return replace(node, children=(*rest, Bullets(items, ordered=True, role="check")))


def _item(question: Question, edition: Edition) -> Item:
    first, *others = question.stem or (Paragraph(EMPTY),)
    text = first.text if isinstance(first, Paragraph) else EMPTY
    before = () if isinstance(first, Paragraph) else (first,)
    return Item(text, (*before, *others, *_answers(question, edition)), meta=question.meta)


def _answers(question: Question, edition: Edition) -> tuple[Node, ...]:
    letters = edition.words("paper.letters").split()
    if question.pairs:
        order = question.shuffle if len(question.shuffle) == len(question.pairs) else tuple(range(len(question.pairs)))
        rows = tuple(
            Row((pair.left, _lettered(letters[place % len(letters)], question.pairs[order[place]].right)))
            for place, pair in enumerate(question.pairs)
        )
        return (Table((edition.words.text("paper.match_left"), edition.words.text("paper.match_right")), rows),)
    options = question.options
    if question.keyed and question.kind == "ordering" and len(question.shuffle) == len(options):
        options = tuple(options[place] for place in question.shuffle)
    shown = tuple(Item(_lettered(letters[place % len(letters)], option.text)) for place, option in enumerate(options))
    return (Bullets(shown, role="options"),) if shown else ()


def _lettered(letter: str, text: Text) -> Text:
    return replace(text, inlines=(Strong((Plain(letter),)), Plain("\u2002"), *text.inlines))
