"""Carrying 5,000 translations over a large revision: ours beside `msgmerge --previous`, against known truth.

.venv/bin/python bench/translation.py            # both; msgmerge takes about a minute
.venv/bin/python bench/translation.py --growth   # ours for 1,000 … 20,000 texts
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import polib

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.edits import Author, Edit
from emmbuild.core.text import Text
from emmbuild.localize import catalogs, identity


@dataclass
class Score:
    cpu: float
    kept: int = 0
    previous: int = 0
    edited: int = 0
    lost: int = 0
    wrong: int = 0

    def __str__(self) -> str:
        share = 100 * self.kept / max(self.edited, 1)
        return (
            f"{self.cpu:7.2f} s CPU; edited texts that keep their translation {self.kept}/{self.edited} ({share:.1f} %), "
            f"with the previous source {self.previous}; unchanged ones that lose it {self.lost}; "
            f"wrong text attached {self.wrong}"
        )


def target(place: int) -> str:
    return f"traduction {place}"


def entries(texts: tuple[str, ...], known: list[identity.Known], ids: list[str] | None = None) -> list[catalogs.Entry]:
    """`ids`: as if the author had named every text; else identity is found by alignment with what is known."""
    named = ids or identity.assign([Text(text) for text in texts], known, "9.9/")
    return [catalogs.Entry(Text(text, id=name), "", "section.md") for text, name in zip(texts, named, strict=True)]


def first_pack(edit: Edit, folder: Path) -> list[catalogs.Entry]:
    """The registry and the pack as they were before the revision, all translated."""
    made = entries(edit.old, [])
    (folder / "old.pot").write_text(catalogs.registry_text(made, "x"), "utf-8")
    (folder / "fr.po").write_text(catalogs.merged(folder / "none.po", made, "x", "fr").text, "utf-8")
    file = polib.pofile(str(folder / "fr.po"), wrapwidth=0)
    for place, entry in enumerate(file):
        entry.msgstr = target(place)
    (folder / "fr.po").write_text(str(file), "utf-8")
    return made


def score(edit: Edit, named: list[catalogs.Entry], path: Path, cpu: float) -> Score:
    """What became of every text, in the PO at `path`."""
    found = {e.msgctxt: e for e in polib.pofile(str(path), wrapwidth=0) if not e.obsolete}
    result = Score(cpu)
    alike: dict[str, set[str]] = {}
    for place, text in enumerate(edit.old):
        alike.setdefault(text, set()).add(target(place))
    for place, entry in enumerate(named):
        got = found[entry.text.id]
        origin = edit.origin.get(place)
        right = alike[edit.old[origin]] if origin is not None else set()
        if got.msgstr and got.msgstr not in right:
            result.wrong += 1
        if origin is not None and edit.kind[origin] != "same" and edit.old[origin] != edit.new[place]:
            result.edited += 1
            result.kept += got.msgstr in right
            result.previous += got.msgstr in right and got.previous_msgid == edit.old[origin] and got.fuzzy
        elif origin is not None and got.msgstr not in right:
            result.lost += 1
    return result


def ours(edit: Edit, folder: Path, before: list[catalogs.Entry], explicit: bool) -> Score:
    names = [before[edit.origin[n]].text.id if n in edit.origin else f"9.9/n{n}" for n in range(len(edit.new))]
    start = time.process_time()
    registry = [identity.Known(name, unit.source) for name, unit in catalogs.read(folder / "old.pot").units.items()]
    named = entries(edit.new, registry, names if explicit else None)
    pot = catalogs.registry_text(named, "x")
    merged = catalogs.merged(folder / "fr.po", named, "x", "fr")
    cpu = time.process_time() - start
    (folder / "new.pot").write_text(pot, "utf-8")
    (folder / "ours.po").write_text(merged.text, "utf-8")
    return score(edit, named, folder / "ours.po", cpu)


def gettexts(edit: Edit, folder: Path) -> Score:
    """msgmerge on the same texts; it gets the same ids in msgctxt, minted afresh (it cannot keep them itself)."""
    fresh = entries(edit.new, [])
    (folder / "fresh.pot").write_text(catalogs.registry_text(fresh, "x"), "utf-8")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = ["msgmerge", "--previous", "--no-wrap", "-q", "-o", "theirs.po", "fr.po", "fresh.pot"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return score(edit, fresh, folder / "theirs.po", cpu)


def run(units: int, seed: int, theirs: bool) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        edit = Author(seed).work(units)
        before = first_pack(edit, folder)
        named, mine = ours(edit, folder, before, True), ours(edit, folder, before, False)
        print(f"{units} texts, seed {seed}\n  emmbuild, ids given {named}\n  emmbuild, aligned   {mine}")
        if theirs:
            other = gettexts(edit, folder)
            print(f"  msgmerge --previous {other}\n  1/{other.cpu / mine.cpu:.0f} of its CPU")


if __name__ == "__main__":
    if "--growth" in sys.argv:
        for size in (1000, 2500, 5000, 10000, 20000):
            run(size, 1, False)
    else:
        for seed in (1, 2, 3) if "--ours" in sys.argv else (1,):
            run(5000, seed, "--ours" not in sys.argv)
