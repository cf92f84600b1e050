"""Initiatives and commitments: what States have promised, tagged with SDG targets and Global Compact objectives."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from emmbuild.core.diagnostics import error
from emmbuild.core.nodes import Box, Bullets, Item, Node
from emmbuild.core.syntax import Fence, Kind, ListItem, ListNode, LowerContext, ReadContext
from emmbuild.core.text import Plain, Strong, Text

_FORMS = {"sdg": (r"([1-9]|1[0-7])\.[1-9a-d][0-9]?", "10.7"), "gcm": (r"[1-9]|1[0-9]|2[0-3]", "5")}


@dataclass(frozen=True, slots=True)
class Commitment(Node):
    """`sdg` are targets ("13.1"), `gcm` numbers of objectives of the Global Compact for Migration."""

    item: Item
    sdg: tuple[str, ...] = ()
    gcm: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Commitments(Node):
    items: tuple[Commitment, ...]


def read(fence: Fence, context: ReadContext) -> Commitments:
    found = []
    for child in fence.children:
        for item in child.items if isinstance(child, ListNode) else ():
            meta = context.item_meta(item, known=tuple(_FORMS))
            tags = {scheme: _tags(scheme, item, context) for scheme in _FORMS}
            found.append(Commitment(Item(item.text, meta=meta), tags["sdg"], tags["gcm"]))
    return Commitments(tuple(found), meta=context.meta(fence))


def _tags(scheme: str, item: ListItem, context: ReadContext) -> tuple[str, ...]:
    form, example = _FORMS[scheme]
    named = tuple(item.attributes.get(scheme).split())
    for name in named:
        if not re.fullmatch(form, name):
            hint = f"write it like {scheme}={example}"
            context.report(error("FNC103", f"{scheme}={name!r} is not known", item.attributes.span, hint=hint))
    return named


def lower(node: Commitments, context: LowerContext) -> tuple[Node, ...]:
    listed = Bullets(tuple(_item(commitment, context) for commitment in node.items), role="links")
    return (Box("extract", context.words.text("commitments"), (listed,), meta=node.meta),)


def _item(commitment: Commitment, context: LowerContext) -> Item:
    words = context.words
    tags = [
        words(key, n=words("commitment-comma").join(numbers))
        for key, numbers in (("commitment-sdg", commitment.sdg), ("commitment-gcm", commitment.gcm))
        if numbers
    ]
    return replace(commitment.item, text=_labelled(commitment.item.text, "  ·  ".join(tags)))


def _labelled(text: Text, label: str) -> Text:
    if not label or text.lang:
        return text  # a text that is not translated yet gets no words of another language
    return replace(text, inlines=(Strong((Plain(label),)), Plain(" – "), *text.inlines))


KIND = Kind(
    ("commitments",),
    read,
    lower,
    Commitments,
    """\
:::{commitments}
- {sdg="13.1 10.7"} The 2030 Agenda asks for planned policies.
- {gcm=2} States look at the causes that make people leave.
:::
""",
    ("commitments", "commitment-sdg", "commitment-gcm", "commitment-comma"),
)
