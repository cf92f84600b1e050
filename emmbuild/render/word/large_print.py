"""Large print: the styles of a template with every letter at 18 points or more.

Headings grow less than text, so that they still stand out and do not fill the page.
"""

from __future__ import annotations

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY = 36  # half-points: 18 pt
_TEXT, _HEADING = 22, 1.35  # half-points of the text now; how much larger letters grow
_SPREAD = 1.5
_KEPT = ("Spacer", "PartEnd")  # these hold no words


def size(half_points: int) -> int:
    """The size that letters of this size get."""
    return max(BODY, round(half_points * _HEADING)) if half_points > _TEXT else BODY


def enlarge(styles: Any, numbering: Any) -> None:
    """Letters, fixed line heights and the room for labels, in place."""
    for part in styles:
        for element in part.iter(W + "sz", W + "szCs"):
            if part.get(W + "styleId") not in _KEPT:
                element.set(W + "val", str(size(int(element.get(W + "val")))))
    for spacing in styles.iter(W + "spacing"):
        if spacing.get(W + "lineRule") in ("exact", "atLeast"):
            spacing.set(W + "line", str(round(int(spacing.get(W + "line")) * BODY / _TEXT)))
    for root in (styles, numbering):
        for indent in root.iter(W + "ind"):
            for side in ("left", "hanging"):
                if indent.get(W + side):
                    indent.set(W + side, str(round(int(indent.get(W + side)) * _SPREAD)))
        for tab in root.iter(W + "tab"):
            if tab.get(W + "val") == "left" and tab.get(W + "pos"):
                tab.set(W + "pos", str(round(int(tab.get(W + "pos")) * _SPREAD)))
