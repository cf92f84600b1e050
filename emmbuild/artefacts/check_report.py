"""What the checks found in this workshop, and what was waived with which reason: to read, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from emmbuild.artefacts.shape import Artefact, File, Kit, Output
from emmbuild.render.plain_page import Block, page


def make(kit: Kit, code: str) -> Iterator[Output]:
    words, found = kit.words(code), kit.findings()
    rows = [(one.code, f"{one.span.file}:{one.span.line}" if one.span.file else "", one.message, one.hint) for one in found]
    header = tuple(words(f"findings.{name}") for name in ("code", "place", "what", "do"))
    title = f"{words('findings')} · {kit.workshop.id}"
    blocks = [Block("", header, rows) if rows else Block("", note=words("findings.none"))]
    waived = kit.workshop.waivers
    if waived:
        reasons = [(one.rule, one.reason) for one in waived]
        blocks.append(Block(words("findings.waived"), (words("findings.code"), words("findings.reason")), reasons))
    yield File("trainers/checks.html", page(title, kit.languages[code], blocks), code)
    data = {
        "workshop": kit.workshop.id,
        "findings": [one.as_dict() for one in found],
        "waived": [{"rule": one.rule, "reason": one.reason} for one in waived],
    }
    yield File("trainers/checks.json", (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode())


ARTEFACT = Artefact("check-report", "Check report", "trainers", "facilitator", make, languages="source")
