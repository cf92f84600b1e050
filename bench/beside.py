"""A naive right-to-left deck beside ours, as a picture: the same slides by python-pptx, by pandoc and by us.

    .venv/bin/python bench/beside.py [--section 2.6] [--lang ar] [--pandoc PATH] [--out build/preview/beside.png]

The words are the same in all (bench/decks.py); LibreOffice shows them.
"""

from __future__ import annotations

import argparse
import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench import decks
from emmbuild import pipeline, press
from emmbuild.plan.deck import Deck, plan_deck
from emmbuild.plan.deck.kinds import kind_of
from emmbuild.readers import sheets
from emmbuild.writers.pptx.template import template_of

SHOWN = ("objectives", "table", "worksheet", "application")


def chosen(deck: Deck) -> list[int]:
    """Places of the first slide of each kind that is shown."""
    kinds = [kind_of(slide) for slide in deck.slides]
    return [kinds.index(kind) for kind in SHOWN if kind in kinds]


def pictures(deck: bytes, places: list[int]) -> list[bytes]:
    pdf = press.to_pdf({"deck.pptx": deck}, hidden=True)["deck.pptx"]
    with tempfile.TemporaryDirectory() as spare:
        subprocess.run(["pdftoppm", "-r", "60", "-png", "-", f"{spare}/s"], input=pdf, check=True, timeout=300)
        shown = sorted(Path(spare).glob("s-*.png"))
        return [shown[place].read_bytes() for place in places]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--section", default="2.6")
    parser.add_argument("--lang", default="ar")
    parser.add_argument("--pandoc", default=shutil.which("pandoc") or "")
    parser.add_argument("--out", type=Path, default=Path("build/preview/beside.png"))
    given = parser.parse_args()
    made = pipeline.desk(decks.ROOT).edition_maker(given.section, given.lang)
    edition = made.edition(pipeline.formats()["pptx"], "facilitator")
    deck = plan_deck(edition, template_of(edition).stage)
    places, words = chosen(deck), decks.words_of(deck)
    rows = {"python-pptx": decks.naive(words), "emmbuild": decks.write(edition)}
    if given.pandoc:
        head = f"---\nlang: {given.lang}\ndir: {edition.language.direction}\n---\n\n"
        rows = {"pandoc": decks.pandoc(given.pandoc, head + decks.markdown(words)), **rows}
    shown, captions = [], []
    for name, data in rows.items():
        shown += pictures(data, places)
        captions += [name] * len(places)
    given.out.parent.mkdir(parents=True, exist_ok=True)
    sheet = Image.open(io.BytesIO(sheets.contact_sheet(shown, len(places), captions)))
    small = sheet.resize((1200, 1200 * sheet.height // sheet.width), Image.Resampling.LANCZOS)
    small.quantize(255).save(given.out, "PNG", optimize=True)
    print(f"{len(places)} slides of {', '.join(rows)} on {given.out}")


if __name__ == "__main__":
    main()
