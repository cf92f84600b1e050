"""One Markdown file of a course → blocks. Front matter, body, media; nothing stops at the first mistake."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field, replace
from functools import cache

from emmbuild import registry
from emmbuild.core.diagnostics import ContentError, Diagnostic, Span, error, warning
from emmbuild.core.drawing import Drawing
from emmbuild.core.nodes import PRIORITIES, READERS, Bullets, Footnote, Heading, Item, Meta, Node, Picture
from emmbuild.core.syntax import Attributes, Fence, Kind, ListItem, ListNode
from emmbuild.core.text import Text
from emmbuild.readers import markdown, pictures, svg, yamls
from emmbuild.readers.inline import inlines
from emmbuild.world import Course

_COMMON = ("minutes", "priority", "objectives", "for")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,80}")


@cache
def kinds() -> dict[str, Kind]:
    """Fence name → block kind, for every file in `emmbuild/blocks/`."""
    offered = registry.found("emmbuild.blocks", "KIND").values()
    return {name: kind for kind in offered for name in kind.names}


@dataclass(frozen=True, slots=True)
class Source:
    """One read file: its front matter as YAML, its blocks and what is wrong with it."""

    file: str
    front: yamls.Tree | None
    blocks: tuple[Node, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    media: tuple[str, ...] = ()
    problems: tuple[Diagnostic, ...] = ()


def read(course: Course, file: str, owner: str = "", given: str | None = None) -> Source:
    """Read `file` (relative to the course). `owner` is the section's id; "" = take it from the front matter. `given`
    stands for the text of the file."""
    try:
        text = course.read_text(file) if given is None else given
    except ContentError as problem:
        return Source(file, None, problems=problem.diagnostics)
    lines = text.split("\n")
    front, problems, start = _front_matter(lines, file)
    if not owner and isinstance(front, yamls.Mapping):
        named = front.entries.get("id") or front.entries.get("section")
        owner = named.text if isinstance(named, yamls.Scalar) else ""
    page = markdown.read("\n".join(lines[start:]), file, start + 1)
    context = _Context(course, file, owner, list(problems) + list(page.problems), page.headings)
    blocks = context.blocks(page.children)
    return Source(file, front, blocks, page.footnotes, tuple(context.used), tuple(context.problems))


def _front_matter(lines: list[str], file: str) -> tuple[yamls.Tree | None, tuple[Diagnostic, ...], int]:
    if not lines or lines[0].rstrip() != "---":
        return (
            None,
            (
                error(
                    "YML103",
                    "the file does not begin with front matter",
                    Span(file, 1, 1),
                    hint="begin it with a line ---, `key: value` lines, and a line ---",
                ),
            ),
            0,
        )
    end = next((n for n in range(1, len(lines)) if lines[n].rstrip() == "---"), None)
    if end is None:
        return (
            None,
            (
                error(
                    "YML101", "the front matter is never closed", Span(file, 1, 1), hint="put a line --- under its last key"
                ),
            ),
            len(lines),
        )
    tree, problems = yamls.load("\n".join(lines[1:end]), file, 2)
    return tree, problems, end + 1


@dataclass(slots=True)
class _Context:
    """What block kinds may ask (`ReadContext`)."""

    course: Course
    file: str
    owner: str
    problems: list[Diagnostic]
    headings: dict[Span, Attributes]
    used: list[str] = field(default_factory=list)

    def report(self, diagnostic: Diagnostic) -> None:
        self.problems.append(diagnostic)

    def text(self, source: str, span: Span, id: str = "") -> Text:
        return Text(source, inlines(source), span, id)

    def meta(self, fence: Fence, *, known: tuple[str, ...] = ()) -> Meta:
        return self.attributes(fence.attributes, fence.span, known)

    def item_meta(self, item: ListItem, *, known: tuple[str, ...] = ()) -> Meta:
        return self.attributes(item.attributes, item.span, known)

    def attributes(self, found: Attributes, span: Span, known: tuple[str, ...]) -> Meta:
        for name in found.values:
            if name not in _COMMON and name not in known:
                near = difflib.get_close_matches(name, (*_COMMON, *known), 1)
                hint = f"did you mean {near[0]}=?" if near else "known here: " + ", ".join((*known, *_COMMON))
                self.report(warning("FNC103", f"the attribute {name}= has no meaning here", found.span, hint=hint))
        readers = frozenset(found.get("for").split())
        for name in sorted(readers - set(READERS)):
            self.report(error("FNC103", f"for={name!r} is no reader", found.span, hint="use " + ", ".join(READERS)))
        priority = found.get("priority", "must")
        if priority not in PRIORITIES:
            self.report(
                error("FNC103", f"priority={priority!r} is not known", found.span, hint="use " + ", ".join(PRIORITIES))
            )
            priority = "must"
        if found.id and not _ID.fullmatch(found.id):
            self.report(
                error(
                    "IDS103",
                    f"the id {found.id!r} is not usable",
                    found.span,
                    hint="use letters, digits, full stops and hyphens",
                )
            )
        return Meta(
            found.id,
            span,
            readers & set(READERS),
            priority,
            self.whole(found, "minutes"),
            tuple(found.get("objectives").split()),
        )

    def whole(self, found: Attributes, name: str) -> int:
        text = found.get(name, "0")
        if text.isascii() and text.isdigit() and len(text) < 5:
            return int(text)
        self.report(error("TIM104", f"{name}={text!r} is not a number of minutes", found.span, hint="use a whole number"))
        return 0

    def blocks(self, children: tuple[Node, ...]) -> tuple[Node, ...]:
        made = (self.block(child) for child in children)
        return tuple(node for node in made if node is not None)

    def block(self, node: Node) -> Node | None:
        match node:
            case Fence():
                return self.fence(node)
            case ListNode():
                items = tuple(self.item(item) for item in node.items)
                return Bullets(items, node.ordered, meta=Meta(span=node.span))
            case Heading():
                return self.heading(node)
            case _:
                return node

    def fence(self, fence: Fence) -> Node | None:
        kind = kinds().get(fence.name)
        if kind is not None:
            return kind.read(fence, self)
        near = difflib.get_close_matches(fence.name, kinds(), 1)
        hint = f"did you mean {{{near[0]}}}?" if near else "known: " + ", ".join(sorted(kinds()))
        self.report(error("FNC102", f"there is no block {{{fence.name}}}", fence.span, hint=hint))
        return None

    def item(self, item: ListItem) -> Item:
        meta = self.item_meta(item)
        text = replace(item.text, id=meta.id) if meta.id else item.text
        return Item(text, self.blocks(item.children), meta=meta)

    def heading(self, heading: Heading) -> Heading:
        span = heading.meta.span
        meta = self.attributes(self.headings.get(span, Attributes()), span, ())
        if meta.id and not meta.id.startswith(self.owner):
            meta = replace(meta, id=f"{self.owner}/{meta.id}")
        return replace(heading, text=replace(heading.text, id=meta.id), meta=meta)

    def media(self, name: str, span: Span) -> Drawing | Picture | None:
        folder = self.file.rsplit("/", 1)[0]
        path = f"{folder}/{name}"
        try:
            data = self.course.read_bytes(path, span)
            self.used.append(path)
            if name.lower().endswith(".svg"):
                drawing, problems = svg.read(data, path, lambda words, at: self.text(words, at))
                self.problems.extend(problems)
                return drawing
            return pictures.read(data, path, span)
        except ContentError as problem:
            self.problems.extend(problem.diagnostics)
            return None
