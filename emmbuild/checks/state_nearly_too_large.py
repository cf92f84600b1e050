"""A section's resume data nearly fills what an LMS keeps."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "PKG102",
    Severity.WARNING,
    "a section's resume data nearly fills what an LMS keeps",
    """SCORM 1.2 keeps 4,096 characters per learner and section. A few more questions and the package can no longer
be built; some systems count differently, so a margin is wise.""",
    bad=Example(
        body="".join(f"# Topic {{#topic-{n}}}\n\nText.\n\n" for n in range(6))
        + ":::{knowledge-check} "
        + " ".join(f"9.9.Q{n}" for n in range(1, 38))
        + "\n:::\n",
        exercises="".join(
            f":::{{question}} fill-in {{#9.9.Q{n}}}\n:answer: word\n:correct: Right.\n:incorrect: No.\nA ____.\n:::\n\n"
            for n in range(1, 38)
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
