"""The manifest is in a folder of the package."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, example, files, zipped
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER102",
    Severity.ERROR,
    "the manifest is in a folder of the package",
    """LMSs look for the manifest at the root of the zip only. This is the most frequent cause of a refused import:
somebody zipped the folder instead of what is in it.""",
    bad=example("course/imsmanifest.xml", zipped({f"course/{name}": data for name, data in files().items()})),
    good=GOOD,
)
