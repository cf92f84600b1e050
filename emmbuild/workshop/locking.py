"""What of the library a workshop was delivered with, and what has changed since: fingerprints of topics and packs."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b

from emmbuild.core import walk
from emmbuild.core.nodes import Heading, Section
from emmbuild.core.text import Text

Lock = dict[str, dict[str, str]]  # section → "version", topics and blocks by id, packs as "pack fr" → fingerprint


def fingerprint(texts: list[str]) -> str:
    """Ten letters and digits that change with any of the texts."""
    return blake2b("\0".join(texts).encode(), digest_size=5).hexdigest()


def locked(section: Section, packs: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """The entry of one section. `packs`: language → text id → translation."""
    entry = {"version": section.front.version}
    name, texts = "opening", [section.front.title.source, section.front.summary.source]
    for block in section.blocks:
        if isinstance(block, Heading) and block.level == 1:
            entry[name] = fingerprint(texts)
            name, texts = block.meta.id or block.text.id, []
        texts += [text.source for text in walk.texts(block)]
    entry[name] = fingerprint(texts)
    ids = [text.id for text in walk.texts(section.blocks) if isinstance(text, Text) and text.id]
    for code, targets in sorted(packs.items()):
        entry[f"pack {code}"] = fingerprint([targets.get(id_, "") for id_ in ids])
    return entry


def changes(old: Lock, new: Lock) -> dict[str, str]:
    """Section → what changed since the lock, in plain English words; nothing where there is no lock."""
    found: dict[str, str] = {}
    for name, entry in new.items():
        before = old.get(name)
        if before is None:
            found[name] = "it is new in this workshop"
            continue
        said = []
        if before.get("version") != entry["version"]:
            said.append(f"version {before.get('version')} → {entry['version']}")
        topics = [key for key in entry if key != "version" and entry[key] != before.get(key)]
        edited = [key for key in topics if not key.startswith("pack ")]
        if edited:
            said.append("changed: " + ", ".join(edited))
        said += [f"the {key.removeprefix('pack ')} translation changed" for key in topics if key.startswith("pack ")]
        gone = [key for key in before if key not in entry and not key.startswith("pack ")]
        if gone:
            said.append("gone: " + ", ".join(gone))
        if said:
            found[name] = "; ".join(said)
    return found
