"""The first resource is not the page to start."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, changed
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER219",
    Severity.WARNING,
    "the first resource is not the page to start",
    """Open edX opens the first resource with an address, whatever the items say.""",
    bad=changed(
        "<resources>",
        '<resources>\n    <resource identifier="other" type="webcontent" adlcp:scormtype="asset" href="api.js"><file href="api.js"/></resource>',
    ),
    good=GOOD,
)
