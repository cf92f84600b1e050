"""Writes emmbuild/plan/widths.py from the fonts of this machine. Needs fonttools; run it by hand, rarely.

python tools/font_widths.py > emmbuild/plan/widths.py
"""

from __future__ import annotations

import textwrap
import unicodedata
from typing import Any

from fontTools.ttLib import TTCollection, TTFont

LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x180)]
SIGNS = "–—‘’‚“”„†•…‰‹›€™−→←↑↓≤≥●○"
FACES = {
    "carlito": ("/usr/share/fonts/truetype/crosextra/Carlito-{}.ttf", "Regular", "Bold"),
    "liberation": ("/usr/share/fonts/truetype/liberation/LiberationSans-{}.ttf", "Regular", "Bold"),
    "cjk": ("/usr/share/fonts/opentype/noto/NotoSansCJK-{}.ttc", "Regular", "Bold"),
}
ARABIC = ("/usr/share/fonts/truetype/dejavu/DejaVuSans{}.ttf", "", "-Bold")
HEAD = '''"""Advance widths in thousandths of an em, made by tools/font_widths.py; do not edit by hand.

Carlito has the metrics of Calibri, Liberation Sans those of Arial; Noto Sans CJK KR stands for Malgun
Gothic and DejaVu Sans, which is wider, for the Arabic letters of Arial.
"""

from __future__ import annotations

'''


def font(path: str) -> Any:
    if not path.endswith(".ttc"):
        return TTFont(path)
    return next(f for f in TTCollection(path).fonts if f["name"].getDebugName(1).endswith("CJK KR"))


def width(face: Any, code: int) -> int:
    glyph = face.getBestCmap().get(code)
    return round(face["hmtx"][glyph][0] * 1000 / face["head"].unitsPerEm) if glyph else 600


def numbers(name: str, values: list[int]) -> str:
    lines = textwrap.wrap(" ".join(map(str, values)), 108)
    return f"{name} = (\n" + "".join(f'    "{line} "\n' for line in lines) + ")\n"


def forms() -> dict[str, list[int]]:
    """Arabic letter → code points of its forms alone, at the start, in the middle, at the end (0 = none)."""
    found: dict[str, list[int]] = {}
    kinds = ("<isolated>", "<initial>", "<medial>", "<final>")
    for code in (*range(0xFB50, 0xFDFB), *range(0xFE80, 0xFEFD)):
        parts = unicodedata.decomposition(chr(code)).split()
        if parts and parts[0] in kinds and len(parts) in (2, 3):
            letters = "".join(chr(int(part, 16)) for part in parts[1:])
            if len(letters) == 1 or (letters[0] == "ل" and letters[1] in "اأإآ"):
                found.setdefault(letters, [0, 0, 0, 0])[kinds.index(parts[0])] = code
    return found


def main() -> None:
    print(HEAD, end="")
    print(f'LATIN = ((0x20, 0x7F), (0xA0, 0x180))\nSIGNS = "{SIGNS}"\n')
    codes = [*LATIN, *map(ord, SIGNS)]
    for name, (path, *weights) in FACES.items():
        for weight in weights:
            face = font(path.format(weight))
            print(numbers(f"{name.upper()}_{weight.upper()}", [width(face, code) for code in codes]))
    known = font(ARABIC[0].format("")).getBestCmap()
    shapes = {letters: codes4 for letters, codes4 in forms().items() if (codes4[0] or codes4[3]) in known}
    rigid = "".join(letters for letters, codes4 in shapes.items() if len(letters) == 1 and not codes4[1])
    print(f'# Letters that never join the next one.\nARABIC_RIGID = "{rigid}"\n')
    print("ARABIC_LETTERS = (\n" + "".join(f'    "{line} "\n' for line in textwrap.wrap(" ".join(shapes), 100)) + ")\n")
    for weight, name in zip(ARABIC[1:], ("REGULAR", "BOLD"), strict=True):
        face = font(ARABIC[0].format(weight))
        values = []
        for codes4 in shapes.values():
            alone, start, middle, end = codes4
            values += [width(face, code) for code in (alone or end, start or alone, middle or end or alone, end or alone)]
        print(numbers(f"ARABIC_{name}", values))


if __name__ == "__main__":
    main()
