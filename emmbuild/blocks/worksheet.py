"""A break-out worksheet: purpose, roles, steps with minutes, fields and tables to fill, report-back.

An activity (an energiser, an expectations wall) has the same parts, and materials; it needs no report-back.
"""

from __future__ import annotations

from dataclasses import dataclass

from emmbuild.core.diagnostics import error
from emmbuild.core.nodes import Box, Bullets, Item, Meta, Node, Paragraph, Row, Table
from emmbuild.core.syntax import Fence, Kind, ListNode, LowerContext, ReadContext
from emmbuild.core.text import Text, words_of

KINDS = ("group", "personal", "activity")
_PARTS = ("purpose", "materials", "roles", "steps", "report-back")


@dataclass(frozen=True, slots=True)
class Step(Node):
    """`meta.minutes` in the short version, `long` in the long one."""

    text: Text
    long: int = 0


@dataclass(frozen=True, slots=True)
class Worksheet(Node):
    """`kind`: group (collected and reported), personal (kept) or activity. `long`: minutes of the long version."""

    title: Text
    kind: str
    long: int
    purpose: tuple[Node, ...] = ()
    materials: tuple[Node, ...] = ()
    roles: tuple[Item, ...] = ()
    steps: tuple[Step, ...] = ()
    body: tuple[Node, ...] = ()
    report_back: tuple[Node, ...] = ()
    report_minutes: int = 0


def read(fence: Fence, context: ReadContext) -> Worksheet:
    meta = context.meta(fence, known=("kind", "long"))
    activity = fence.name == "activity"
    kind = "activity" if activity else fence.attributes.get("kind", "group")
    if kind not in KINDS:
        context.report(error("FNC103", f"kind={kind!r} is not known", fence.attributes.span, hint="use group or personal"))
    parts = {part.name: part for part in fence.children if isinstance(part, Fence) and part.name in _PARTS}
    rest = tuple(child for child in fence.children if not (isinstance(child, Fence) and child.name in _PARTS))
    for name in ("purpose", "steps") if activity else ("purpose", "steps", "report-back"):
        if name not in parts:
            context.report(
                error("WRK101", f"the worksheet has no {name}", fence.span, hint=f"add a block :::{{{name}}} inside it")
            )

    def inside(name: str) -> tuple[Node, ...]:
        return context.blocks(parts[name].children) if name in parts else ()

    report = context.meta(parts["report-back"]) if "report-back" in parts else Meta()
    return Worksheet(
        context.text(fence.argument.text, fence.argument.span, f"{meta.id}.title" if meta.id else ""),
        kind,
        _whole(fence.attributes.get("long")),
        inside("purpose"),
        inside("materials"),
        tuple(item for child in inside("roles") if isinstance(child, Bullets) for item in child.items),
        _steps(parts["steps"], context) if "steps" in parts else (),
        context.blocks(rest),
        inside("report-back"),
        report.minutes,
        meta=meta,
    )


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 0


def _steps(fence: Fence, context: ReadContext) -> tuple[Step, ...]:
    items = [item for child in fence.children if isinstance(child, ListNode) for item in child.items]
    return tuple(
        Step(item.text, _whole(item.attributes.get("long")), meta=context.item_meta(item, known=("long",)))
        for item in items
    )


def lower(node: Worksheet, context: LowerContext) -> tuple[Node, ...]:
    word = context.words
    children: list[Node] = []

    def part(key: str, blocks: tuple[Node, ...]) -> None:
        if blocks:
            children.append(Paragraph(word.text(key), "label"))
            children.extend(blocks)

    part("worksheet-purpose", context.lower(node.purpose))
    part("worksheet-materials", context.lower(node.materials))
    part("worksheet-roles", (Bullets(node.roles, role="roles"),) if node.roles else ())
    part("worksheet-steps", (_schedule(node, context),) if node.steps else ())
    children.extend(context.lower(node.body))
    part("worksheet-report-back", context.lower(node.report_back))
    kicker = word.text(f"worksheet-{node.kind if node.kind in KINDS else 'group'}")
    return (Box("worksheet", node.title, tuple(children), kicker, meta=node.meta),)


def _schedule(node: Worksheet, context: LowerContext) -> Table:
    word = context.words
    both = any(step.long for step in node.steps)
    header = [word.text("step"), word.text("minutes-short" if both else "minutes")]
    if both:
        header.append(word.text("minutes-long"))

    def row(step: Step) -> Row:
        times = [word.minutes(step.meta.minutes)] + ([word.minutes(step.long)] if both else [])
        return Row((step.text, *(words_of(time) for time in times)), meta=step.meta)

    weights = (6.0, 1.5, 1.5) if both else (6.0, 1.5)
    return Table(tuple(header), tuple(row(step) for step in node.steps), role="schedule", weights=weights)


KIND = Kind(
    ("worksheet", "activity"),
    read,
    lower,
    Worksheet,
    """\
::::{worksheet} Draft a bilateral agreement {#9.9.W1 kind=group minutes=60 long=120 objectives="9.9.O2"}
:::{purpose}
By the end the group has drafted four clauses.
:::
:::{roles}
- **Chair** keeps the discussion going.
:::
:::{steps}
- {minutes=20 long=40} Read the case.
- {minutes=40 long=80} Fill the table.
:::
:::{fill-table} Clauses {#9.9.W1.T1 rows=2}
| Clause | What we propose |
|---|---|
| Housing |  |
:::
:::{report-back} {minutes=5}
Three sentences.
:::
:::{facilitator}
Expected: a clause on fees.
:::
::::
""",
    (
        "worksheet-purpose",
        "worksheet-materials",
        "worksheet-roles",
        "worksheet-steps",
        "worksheet-report-back",
        "worksheet-group",
        "worksheet-personal",
        "worksheet-activity",
        "step",
        "minutes",
        "minutes-short",
        "minutes-long",
    ),
)
