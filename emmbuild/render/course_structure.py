"""cmi5.xml: the course structure (cmi5 specification, 13): an assignable unit for each section, in its volume's block."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from emmbuild.render.outline import Outline, Spoken, Unit
from emmbuild.render.xml import attr, esc

NAME = "cmi5.xml"
SPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"


def course_structure(outline: Outline, _shipped: frozenset[str]) -> str:
    """Ids come from library, volume and section only: an LRS finds a learner's registration by them after an update."""
    base = f"urn:emmbuild:{attr(outline.library)}"
    goals = {key: spoken for unit in outline.units for key, spoken in unit.goals}
    listed = "".join(
        f'    <objective id="{base}:objective:{attr(key)}">\n'
        f"      {_said('title', _cut(spoken))}\n      {_said('description', spoken)}\n    </objective>\n"
        for key, spoken in goals.items()
    )
    blocks, seen = "", Counter[str]()
    for (block, spoken), units in groupby(outline.units, key=lambda unit: unit.volume):
        seen[block] += 1  # a tailored order may come back to a volume
        name = block if seen[block] == 1 else f"{block}-{seen[block]}"
        inside = "".join(_unit(base, unit) for unit in units)
        words = f"    {_said('title', spoken)}\n    {_said('description', spoken)}\n"
        blocks += f'  <block id="{base}:volume:{attr(name)}">\n{words}{inside}  </block>\n'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<courseStructure xmlns="{SPACE}">\n'
        f'  <course id="{base}:course:{attr(outline.key)}">\n    {_said("title", outline.facts.titles)}\n'
        f"    {_said('description', outline.facts.descriptions)}\n  </course>\n"
        + (f"  <objectives>\n{listed}  </objectives>\n" if listed else "")
        + blocks
        + "</courseStructure>\n"
    )


def _unit(base: str, unit: Unit) -> str:
    named = "".join(f'<objective idref="{base}:objective:{attr(key)}"/>' for key, _ in unit.goals)
    mastery = "" if unit.mastery is None else f' masteryScore="{unit.mastery / 100:g}"'
    move_on = "Completed" if unit.mastery is None else "CompletedAndPassed"
    return (
        f'    <au id="{base}:section:{attr(unit.key)}" moveOn="{move_on}"{mastery} launchMethod="AnyWindow">\n'
        f"      {_said('title', unit.facts.titles)}\n      {_said('description', unit.facts.descriptions)}\n"
        + (f"      <objectives>{named}</objectives>\n" if named else "")
        + f"      <url>{esc(unit.href)}</url>\n    </au>\n"
    )


def _cut(spoken: Spoken) -> Spoken:
    return tuple(
        (language, words if len(words) <= 200 else words[:199].rsplit(" ", 1)[0] + "…") for language, words in spoken
    )


def _said(name: str, spoken: Spoken) -> str:
    strings = "".join(f'<langstring lang="{attr(language)}">{esc(words)}</langstring>' for language, words in spoken)
    return f"<{name}>{strings}</{name}>"
