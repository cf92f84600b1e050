"""A translation mixes two kinds of digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Pair

_SKIP = re.compile(r"https?://\S+|`[^`]*`|\[@[^\]]*\]|\[\^[^\]]*\]|[A-Za-z]\S*\d\S*|\d\S*[A-Za-z]\S*")
_KINDS = {"Latin digits": "0-9", "Arabic digits": "٠-٩", "Persian digits": "۰-۹"}


def judge(pair: Pair) -> Iterator[str]:
    plain = _SKIP.sub("", pair.target)
    kinds = [name for name, digits in _KINDS.items() if re.search(f"[{digits}]", plain)]
    if len(kinds) > 1:
        yield " and ".join(kinds)


CHECK = Check(
    "TRQ207",
    Severity.WARNING,
    "a translation mixes two kinds of digits",
    """١٢ and 12 in one text look like a mistake, and confuse who reads figures aloud.""",
    bad=Example(pairs=("ar", (("From 12 to 20", "من ١٢ إلى 20"),))),
    good=Example(pairs=("ar", (("From 12 to 20", "من ١٢ إلى ٢٠"),))),
    judge=judge,
)
