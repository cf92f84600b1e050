"""What one unit of a package holds: one section, or several behind a menu, and how large its resume data may get."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from emmbuild.core.diagnostics import Diagnostic, error, warning
from emmbuild.core.edition import Edition
from emmbuild.core.text import Text
from emmbuild.plan.course import Course, Rules, plan_course
from emmbuild.plan.course_state import worst_state

# cmi.suspend_data: SCORM 1.2 RTE 3.4.2.1.2, SCORM 2004 4th ed. RTE 4.2.22; nothing is said for cmi5
STATE_LIMITS = {"scorm12": 4096, "scorm2004": 64000}
STATE_GOAL = 0.975  # of the limit: from here a warning
NAMES = {"scorm12": "SCORM 1.2", "scorm2004": "SCORM 2004"}


@dataclass(frozen=True, slots=True)
class Programme:
    """One unit in one language. `home` says whether it opens with a menu of its sections; `key` names it towards an
    LMS and in the browser's storage; `state_size` is the worst case of the resume data in characters."""

    id: str
    key: str
    title: Text
    home: bool
    editions: tuple[Edition, ...]
    courses: tuple[Course, ...]
    rules: Rules
    state_size: int
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def edition(self) -> Edition:
        """Of the first section: its language, words and theme are those of all."""
        return self.editions[0]

    @property
    def asked(self) -> bool:
        return any(course.questions for course in self.courses)

    @property
    def points(self) -> int:
        return sum(course.points for course in self.courses)

    @property
    def screens(self) -> int:
        return sum(len(course.screens) for course in self.courses) + self.home


def plan_programme(
    identifier: str, title: Text, editions: Sequence[Edition], standard: str, home: bool = False
) -> Programme:
    """The sections as one unit. Passing asks for the highest mastery of its sections."""
    courses = tuple(plan_course(edition, prefix=prefix_of(edition) if home else "") for edition in editions)
    size = worst_state((course.key, course.state_size) for course in courses)
    asked = [course.rules for course in courses if course.questions] or [course.rules for course in courses]
    programme = Programme(
        identifier,
        courses[0].key if not home else identifier,
        title,
        home,
        tuple(editions),
        courses,
        max(asked, key=lambda rules: rules.mastery),
        size,
        tuple(found for course in courses for found in course.diagnostics),
    )
    return replace(programme, diagnostics=(*_too_large(programme, standard), *programme.diagnostics))


def prefix_of(edition: Edition) -> str:
    """What stands before the ids of a section's screens where several sections share a page: "s2-6-"."""
    return f"s{edition.section.id.replace('.', '-')}-"


def _too_large(programme: Programme, standard: str) -> tuple[Diagnostic, ...]:
    limit, size = STATE_LIMITS.get(standard, 0), programme.state_size
    if not limit or size <= limit * STATE_GOAL:
        return ()
    largest = max(programme.courses, key=lambda course: course.state_size)
    span = programme.editions[programme.courses.index(largest)].section.front.span
    message = f"{programme.id}: the resume data may need {size:,} characters; {NAMES[standard]} keeps {limit:,}"
    if programme.home:
        message += f"; most of it, {largest.state_size}, is for {largest.id}"
        hint = "take fewer sections, or --shape multi, or SCORM 2004"
    else:
        hint = "divide the section, or let it have fewer topics and fill-in questions"
    if size > limit:
        return (error("PKG101", message, span, hint=hint),)
    return (warning("PKG102", message, span, hint=hint),)
