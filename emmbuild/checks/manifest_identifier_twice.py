"""An identifier is used twice."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, MANIFEST, example, files, zipped
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER207",
    Severity.ERROR,
    "an identifier is used twice",
    """An LMS keeps a learner's progress under the identifier; two parts under one name overwrite each other.""",
    bad=example(
        '<manifest identifier="sample"> and <organization identifier="sample">',
        zipped(files(MANIFEST.replace('"org"', '"sample"'))),
    ),
    good=GOOD,
)
