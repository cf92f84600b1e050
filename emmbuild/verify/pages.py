"""What the pages and scripts of a package do that an LMS or a learner would not expect."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Span, warning
from emmbuild.verify.box import Box

_SPEAKS = re.compile(rb"lesson_status|completion_status|success_status|LMSInitialize|\bInitialize\b|LMSFinish|fetch=")
_FETCHED = re.compile(
    r"<(?:script|link|img|iframe|video|audio|source)\b[^>]*?\s(?:src|href)\s*=\s*[\"']((?:https?:)?//[^\"']+)", re.I
)
_CARD = "import-card.html"


def examine(box: Box, scorm: bool) -> Iterator[Diagnostic]:
    pages = [name for name in box.names if name.lower().endswith((".html", ".htm"))]
    scripts = [name for name in box.names if name.lower().endswith(".js")]
    if scorm and not any(_SPEAKS.search(box.read(name)) for name in (*pages, *scripts)):
        hint = "without it the LMS shows no status, score or time"
        yield warning("VER222", "no page or script of the package ever calls the LMS", hint=hint)
    for name in pages:
        if name == _CARD:
            continue
        text = box.read(name).decode("utf-8", "replace")
        for found in dict.fromkeys(_FETCHED.findall(text)):
            line = text[: text.find(found)].count("\n") + 1
            hint = "ship the file: learners behind a firewall or offline see a broken page"
            yield warning("VER223", f"the page loads {found} from the network", Span(name, line), hint=hint)
