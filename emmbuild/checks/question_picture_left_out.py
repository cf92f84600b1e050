"""A question bank cannot hold a question's picture."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

_QUESTION = (
    "::::{question} fill-in {#9.9.Q1}\n:answer: word\n:correct: Right.\n:incorrect: No.\n\nWhat is this?\n\nFIGURE::::\n"
)
_FIGURE = ":::{figure} media/box.svg\n:alt: A drawing.\n:::\n\n"
_DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 300"><title>Box</title>'
    b'<rect x="20" y="100" width="300" height="100" fill="primary"/></svg>'
)

CHECK = Check(
    "PKG105",
    Severity.WARNING,
    "a question bank cannot hold a question's picture",
    """Question banks carry the words of a question and, for a picture, its text alternative. A learner in the LMS would not see the
picture that the question is about. Packages (SCORM, cmi5) show it.""",
    bad=Example(
        body=":::{knowledge-check} 9.9.Q1\n:::\n",
        exercises=_QUESTION.replace("FIGURE", _FIGURE),
        files={"/exercises/9.09-sample/media/box.svg": _DRAWING},
    ),
    good=Example(
        body=":::{knowledge-check} 9.9.Q1\n:::\n",
        exercises=_QUESTION.replace("FIGURE", "").replace(":incorrect: No.\n", ""),
    ),
)
