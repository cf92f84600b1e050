"""A package goes wrong when it is played."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "VER301",
    Severity.ERROR,
    "a package goes wrong when it is played",
    """`emmbuild verify --play` takes the package through a strict LMS page in Chromium: all answers right, all wrong, at
random, and closed and opened again on every screen. The place, the answers, the exact score and the status must be what they
should be, no value refused, and nothing asked of a network. Packages of other makers are opened, their buttons are pressed.""",
    bad=Example(files={"/played.txt": b"the score is 90, it should be 100"}, says="an LMS that stores 90 for all right"),
    good=Example(files={"/played.txt": b""}, says="a package whose score is what it should be"),
)
