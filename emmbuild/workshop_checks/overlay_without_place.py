"""A local change finds no place in its section."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.workshop.rules import Edit, WorkshopCheck

CHECK = WorkshopCheck(
    "RCP112",
    Severity.ERROR,
    "a local change finds no place in its section",
    """An overlay names the topic or block that it follows or replaces. After an edit of the section the anchor may have gone; the change must not vanish with it.""",
    bad=Edit(
        overlays={
            "overlays/local.md": '---\nsection: "2.6"\n---\n\n:::{insert} {after=a-topic-that-went}\nOur own law.\n:::\n'
        },
        recipe=(("{use: emm/2.6, depth: brief,", "{use: emm/2.6, overlay: overlays/local.md, depth: brief,"),),
    ),
    good=Edit(
        overlays={
            "overlays/local.md": '---\nsection: "2.6"\n---\n\n:::{insert} {after=why-labour-moves}\nOur own law.\n:::\n'
        },
        recipe=(("{use: emm/2.6, depth: brief,", "{use: emm/2.6, overlay: overlays/local.md, depth: brief,"),),
    ),
)
