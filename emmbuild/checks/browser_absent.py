"""There is no Chromium to play packages in."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "VER302",
    Severity.ERROR,
    "there is no Chromium to play packages in",
    """`emmbuild verify --play` plays a package in a real browser, without a window. Without one, `emmbuild verify` still
looks at everything in the package, and `emmbuild play` shows it in any browser that you open yourself.""",
    bad=Example(files={"/.browser": b""}, says="CHROMIUM names a program that is not there"),
    good=Example(body="Text.\n"),
)
