"""What `emmbuild new` writes: a small section that passes every check, to be replaced bit by bit."""

from __future__ import annotations

from emmbuild.core.chapter import PARTS

_SECTION = """\
---
id: "{id}"
title: {title}
volume: "{volume}"
summary: Say in one or two sentences what the reader will be able to do.
version: 0.1.0
status: draft
reviewed: 2026-01-01
minutes: {{brief: 20, core: 20, full: 60}}
audience: [government-officials]
---

:::{{objectives}}
- {{#{id}.O1 bloom=understand}} **Explain** the main idea of this section in your own words.
:::

:::{{guiding-questions}}
- {{#{id}.G1}} Where have you met this question in your own work?
  - What you expect the group to say
:::

# The main idea {{#main-idea minutes=20 objectives="{id}.O1"}}

Write what everybody needs to know.

:::{{slide}} The main idea
- One short point
- Another short point
:::

:::{{facilitator}} {{minutes=5}}
DO ask the guiding question first. SAY what the group should take home.
:::

:::{{exercise}} {id}.W1
:::

:::{{knowledge-check}} {id}.Q1
:::

:::{{key-messages}}
- {{#{id}.M1}} One sentence to take home.
:::
"""

_CHAPTER = """\
---
id: "{id}"
title: {title}
volume: "{volume}"
summary: Say in one or two sentences which question of policy this chapter answers.
version: 0.1.0
status: draft
reviewed: 2026-01-01
minutes: {{brief: 20, core: 40, full: 100}}
audience: [government-officials]
tags: {{sdg: ["10.7"], gcm: [1]}}
---

:::{{objectives}}
- {{#{id}.O1 bloom=understand}} **Explain** why this area needs a policy.
:::

{parts}:::{{exercise}} {id}.W1
:::

:::{{knowledge-check}} {id}.Q1
:::

:::{{key-messages}}
- {{#{id}.M1}} One sentence to take home.
:::

:::{{interlinkages}}
- {{section={other}}} Say how the two areas meet, and who should talk to whom.
:::
"""

_PART = """\
# {title} {{#{part} minutes=10{objectives}}}

{ask}

{more}:::{{slide}} {title}
- One short point
- Another short point
:::

:::{{facilitator}} {{minutes=5}}
Expected points: … Pitfall: … If time is short, …
:::

"""

_ASK = {
    "why-it-matters": "Say why governments should act, for migrants and for societies.",
    "data-and-gaps": "Name the main sources, what they show, and what nobody knows yet.",
    "instruments": "Name the binding and non-binding texts, and the principle that each stands for.",
    "commitments": "Say what States have promised, and tag it.",
    "dialogue": "Show where States talk about it, with whom, and what came of it.",
    "essentials": "Treat the main challenges and chances, with ways to act.",
}

_COMMITMENTS = """\
:::{{commitments}}
- {{sdg=10.7}} A promise of the 2030 Agenda.
- {{gcm=1}} A promise of the Global Compact for Migration.
:::

"""

_QUESTIONS = """\
---
section: "{id}"
---

:::{{question}} true-false {{#{id}.Q1 objectives="{id}.O1"}}
:rationale: Say why.
A statement that is either right or wrong.

- [x] true — *Right: say why.*
- [ ] false — *No: say why not.*
:::
"""

_WORKSHEET = """\
---
section: "{id}"
---

::::{{worksheet}} Try it out {{#{id}.W{number} kind=group minutes=30 objectives="{id}.O1"}}
:::{{purpose}}
By the end the group has one example from each country.
:::
:::{{roles}}
- **Chair** keeps the discussion going.
- **Rapporteur** writes and reports.
:::
:::{{steps}}
- {{minutes=20}} Collect examples.
- {{minutes=10}} Choose the best one and say why.
:::
:::{{field}} Our example, and why {{#{id}.W{number}.F1 lines=5}}
:::
:::{{report-back}} {{minutes=3}}
Tell the others your example in three sentences.
:::
::::
"""


def section(id: str, title: str, volume: str) -> dict[str, str]:
    """File name (with {volume} and {folder} to fill in) → text, for a new section."""
    return {
        "modules/{volume}/{folder}/section.md": _SECTION.format(id=id, title=title, volume=volume),
        "exercises/{folder}/knowledge-check.md": _QUESTIONS.format(id=id),
        "exercises/{folder}/worksheets.md": exercise(id, 1),
    }


def chapter(id: str, title: str, volume: str, other: str) -> dict[str, str]:
    """The same for a new chapter: the parts that all chapters share, each with what belongs into it."""
    parts = "".join(
        _PART.format(
            title=name,
            part=part,
            ask=_ASK[part],
            more=_COMMITMENTS.format() if part == "commitments" else "",
            objectives=f' objectives="{id}.O1"' if part == "why-it-matters" else "",
        )
        for part, name in PARTS.items()
    )
    text = _CHAPTER.format(id=id, title=title, volume=volume, parts=parts, other=other)
    return {**section(id, title, volume), "modules/{volume}/{folder}/section.md": text}


def exercise(section: str, number: int) -> str:
    """The text of a new worksheet file."""
    return _WORKSHEET.format(id=section, number=number)
