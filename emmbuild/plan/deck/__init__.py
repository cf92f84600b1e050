"""The plan of a slide deck: `plan_deck(edition, stage)` says what stands on which slide and in its notes.

Nothing here knows about PowerPoint; `emmbuild/writers/pptx/` puts the plan into bytes.
"""

from emmbuild.plan.deck.build import plan_deck
from emmbuild.plan.deck.model import (
    Chart,
    Deck,
    DeckSlide,
    Filled,
    Frame,
    Grid,
    Layout,
    Level,
    Para,
    Run,
    Slot,
    Stage,
    Strip,
)

__all__ = [
    "Chart",
    "Deck",
    "DeckSlide",
    "Filled",
    "Frame",
    "Grid",
    "Layout",
    "Level",
    "Para",
    "Run",
    "Slot",
    "Stage",
    "Strip",
    "plan_deck",
]
