"""The source that a language translated: a section as it was when the language was last complete, ready to build."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

from emmbuild import past
from emmbuild.localize import packs
from emmbuild.pipeline import Desk, EditionMaker, desk


@dataclass(frozen=True, slots=True)
class Frozen:
    """Where the source that a language translated was unpacked, and when it was the newest."""

    root: Path
    moment: past.Moment


def frozen(root: Path, theme: str, section: str, language: str, into: Path) -> Frozen | None:
    """The section's source as it was when `language` was last complete, unpacked below the folder `into`. None where the
    newest source is wholly translated, or where no complete one is known."""
    place = desk(root, theme)
    tree = packs.section_tree(place.section(section).section, place.section(section).exercises)
    if language == place.shelf.library.source_language or is_whole(place.edition_maker(section, language)):
        return None
    folders = tuple(packs.by_component(tree))
    for moment in past.moments(root, folders):
        if not past.whole(root, moment, folders, language):
            continue
        where = into / f"{section}-{language}-{moment.revision}"
        past.unpack(root, moment, where)
        past.correct(root, where, folders, language)
        if (root / "themes").is_dir():
            copytree(root / "themes", where / "themes")
        if is_whole(Desk(where, theme).edition_maker(section, language)):
            return Frozen(where, moment)
    return None


def is_whole(maker: EditionMaker) -> bool:
    """Whether nothing is missing or older than its source."""
    return maker.coverage.translated == maker.coverage.texts and not maker.coverage.stale
