"""Which objectives nothing serves; shared by the checks of teaching, practice and assessment."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.blocks.objectives import Objective
from emmbuild.core import walk
from emmbuild.core.nodes import Node
from emmbuild.core.subject import Subject


def unserved(subject: Subject, kinds: type[Node] | tuple[type[Node], ...]) -> Iterator[Objective]:
    """The section's objectives that no block of these kinds names."""
    nodes = list(walk.nodes(subject.section.blocks))
    served = {name for node in nodes if isinstance(node, kinds) for name in node.meta.objectives}
    return (n for n in nodes if isinstance(n, Objective) and n.meta.id and n.meta.id not in served)
