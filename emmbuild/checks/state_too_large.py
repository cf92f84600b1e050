"""A section's resume data does not fit an LMS."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "PKG101",
    Severity.ERROR,
    "a section's resume data does not fit an LMS",
    """SCORM 1.2 keeps 4,096 characters per learner and section. More is cut off by the LMS without a word, and the
learner's answers with it. The worst case is computed when the package is built.""",
    bad=Example(
        body=":::{knowledge-check} " + " ".join(f"9.9.Q{n}" for n in range(1, 150)) + "\n:::\n",
        exercises="".join(
            f":::{{question}} fill-in {{#9.9.Q{n}}}\n:answer: word\n:correct: Right.\n:incorrect: No.\nA ____.\n:::\n\n"
            for n in range(1, 150)
        ),
    ),
    good=Example(
        body=":::{knowledge-check} " + " ".join(f"9.9.Q{n}" for n in range(1, 3)) + "\n:::\n",
        exercises="".join(
            f":::{{question}} fill-in {{#9.9.Q{n}}}\n:answer: word\n:correct: Right.\n:incorrect: No.\nA ____.\n:::\n\n"
            for n in range(1, 3)
        ),
    ),
)
