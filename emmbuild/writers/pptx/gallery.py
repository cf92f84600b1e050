"""A deck with one slide of each kind, taken from the sections: to look at, never to teach from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from emmbuild.archive import frame
from emmbuild.core.edition import Built, Edition
from emmbuild.core.nodes import Bullets, Heading, Item, Meta, Slide
from emmbuild.core.text import EMPTY
from emmbuild.plan.deck import plan_deck
from emmbuild.plan.deck.kinds import kind_of
from emmbuild.writers.pptx.package import Cover
from emmbuild.writers.pptx.page import Page, bundle, pages_of
from emmbuild.writers.pptx.slide import Press
from emmbuild.writers.pptx.template import template_of


def specimens(edition: Edition) -> Edition:
    """A section of slides that sections seldom have, in the words of its topics: steps, and a hidden slide."""
    topics = [block.text for block in edition.section.blocks if isinstance(block, Heading) and block.level == 1]
    listed = Bullets(tuple(Item(text) for text in topics[:5]))
    title = edition.section.front.title
    blocks = (
        Heading(level=1, text=title, meta=Meta("specimens")),
        Slide(title, "process", ((EMPTY, (listed,)),)),
        Slide(title, "bullets", ((EMPTY, (listed,)),), meta=Meta(priority="could")),
    )
    return replace(edition, section=replace(edition.section, blocks=blocks))


def gallery(editions: Iterable[Edition]) -> tuple[Built, tuple[str, ...]]:
    """The deck, and the kinds in the order of its slides. Editions are of one language and theme; the first one that has a
    kind of slide gives it. Raises ValueError where there are no editions."""
    found: dict[str, Page] = {}
    edition = None
    given = list(editions)
    for edition in (*given, *(specimens(one) for one in given[:1])):
        template = template_of(edition)
        deck = plan_deck(edition, template.stage)
        press = Press(edition, deck.footer)
        for slide in deck.slides:
            kind = kind_of(slide)
            if kind not in found:
                (found[kind],) = pages_of([slide], template, press)
    if edition is None:
        raise ValueError("a gallery needs at least one edition")
    title = edition.library.title.plain
    cover = Cover(title, "", edition.language.tag, "", ((title, len(found)),), sum(page.hidden for page in found.values()))
    return Built(frame(bundle(cover, list(found.values()), template_of(edition)))), tuple(found)
