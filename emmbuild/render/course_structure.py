"""cmi5.xml: the course structure of one section (cmi5 specification, 13): one assignable unit in its volume's block."""

from __future__ import annotations

from collections.abc import Iterable

from emmbuild.core.edition import Edition
from emmbuild.plan.course import Course
from emmbuild.render.html import plain
from emmbuild.render.lom import Facts
from emmbuild.render.xml import attr, esc

NAME = "cmi5.xml"
SPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"


def course_structure(edition: Edition, course: Course, facts: Facts, _files: Iterable[str]) -> str:
    """Ids come from library, volume and section only: an LRS finds a learner's registration by them after an update."""
    base = f"urn:emmbuild:{attr(edition.library.id)}"
    volume = edition.library.volume_of(course.id)
    block = volume.id if volume else course.id.split(".")[0]
    goals = "".join(
        f'    <objective id="{base}:objective:{attr(goal.key)}">\n'
        f"      {_said('title', plain(goal.text, 200), facts)}\n      {_said('description', plain(goal.text), facts)}\n"
        "    </objective>\n"
        for goal in course.objectives
    )
    named = "".join(f'<objective idref="{base}:objective:{attr(goal.key)}"/>' for goal in course.objectives)
    mastery = f' masteryScore="{course.rules.mastery / 100:g}"' if course.questions else ""
    move_on = "CompletedAndPassed" if course.questions else "Completed"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<courseStructure xmlns="{SPACE}">\n'
        f'  <course id="{base}:course:{attr(course.key)}">\n'
        f"    {_said('title', facts.title, facts)}\n    {_said('description', facts.description, facts)}\n  </course>\n"
        + (f"  <objectives>\n{goals}  </objectives>\n" if goals else "")
        + f'  <block id="{base}:volume:{attr(block)}">\n'
        f"    {_said('title', plain(edition.volume, 200) or facts.title, facts)}\n"
        f"    {_said('description', plain(edition.volume) or facts.title, facts)}\n"
        f'    <au id="{base}:section:{attr(course.key)}" moveOn="{move_on}"{mastery} launchMethod="AnyWindow">\n'
        f"      {_said('title', facts.title, facts)}\n      {_said('description', facts.description, facts)}\n"
        + (f"      <objectives>{named}</objectives>\n" if named else "")
        + "      <url>index.html</url>\n    </au>\n  </block>\n</courseStructure>\n"
    )


def _said(name: str, text: str, facts: Facts) -> str:
    return f'<{name}><langstring lang="{attr(facts.language)}">{esc(text)}</langstring></{name}>'
