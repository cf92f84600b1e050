"""Writes tests/seeds.grams: the hashes of every run of eight words in the source documents of the library.

Usage: python tools/seed_grams.py FOLDER-WITH-SOURCE-TEXTS

Our text must share no such run with a source, beyond names and titles; with the hashes the test can look
without the documents.
Five bytes a run, sorted, one after the other.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

RUN, BYTES = 8, 5
OUT = Path(__file__).parent.parent / "tests/seeds.grams"


def runs(text: str) -> Iterator[str]:
    """Every run of `RUN` words, small letters, punctuation left out."""
    words = re.findall(r"[a-z0-9]+", text.lower())
    return (" ".join(words[n : n + RUN]) for n in range(len(words) - RUN + 1))


def digest(run: str) -> bytes:
    return blake2b(run.encode(), digest_size=BYTES).digest()


if __name__ == "__main__":
    found = {digest(run) for path in sorted(Path(sys.argv[1]).glob("*.txt")) for run in runs(path.read_text("utf-8"))}
    OUT.write_bytes(b"".join(sorted(found)))
    print(f"{len(found)} runs of {RUN} words in {OUT}")
