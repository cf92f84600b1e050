"""Markdown with fences → syntax nodes with places. No block kind is known here.

markdown-it-py does CommonMark and tables; the fence and the footnote rule are ours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from emmbuild.core.diagnostics import Diagnostic, Span, error
from emmbuild.core.nodes import Footnote, Heading, Meta, Node, Paragraph, Row, Table
from emmbuild.core.syntax import Attributes, Fence, ListItem, ListNode, Value
from emmbuild.core.text import Text
from emmbuild.readers import attributes
from emmbuild.readers.inline import inlines

_OPEN = re.compile(r"^(?P<colons>:{3,})\{(?P<name>[a-z][a-z0-9-]*)\}[ \t]*(?P<rest>.*)$")
_CLOSE = re.compile(r"^:{3,}[ \t]*$")
_OPTION = re.compile(r"^:(?P<name>[a-z][a-z0-9-]*):(?:[ \t]+(?P<value>.*))?$")
_NOTE = re.compile(r"^\[\^(?P<label>[A-Za-z0-9][\w-]*)\]:[ \t]*(?P<text>.*)$")
MAX_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Page:
    """What a Markdown file holds."""

    children: tuple[Node, ...]
    footnotes: tuple[Footnote, ...]
    problems: tuple[Diagnostic, ...]
    headings: dict[Span, Attributes] = field(default_factory=dict)


def read(text: str, file: str, first_line: int = 1) -> Page:
    """The page's nodes. `first_line` is the line in `file` where `text` begins."""
    reader = _Reader(file)
    children = reader.nodes(text.split("\n"), first_line, 0)
    return Page(children, tuple(reader.footnotes), tuple(reader.problems), reader.headings)


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _fence_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    match = _OPEN.match(_line(state, start)) if state.sCount[start] - state.blkIndent < 4 else None
    if not match:
        return False
    if silent:
        return True
    colons, last = match["colons"], start + 1
    while last < end and not (_CLOSE.match(_line(state, last)) and _line(state, last).strip() == colons):
        last += 1
    token = state.push("emm_fence", "", 0)
    token.map = [start, last]
    token.meta = {"closed": last < end}
    state.line = min(last + 1, end)
    return True


def _note_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    match = _NOTE.match(_line(state, start))
    if not match or state.level:
        return False
    if silent:
        return True
    last, lines = start + 1, [match["text"]]
    while last < end and _line(state, last).strip() and state.sCount[last] >= 2:
        lines.append(_line(state, last).strip())
        last += 1
    token = state.push("emm_note", "", 0)
    token.map, token.meta, token.content = [start, last], {"label": match["label"]}, " ".join(lines)
    state.line = last
    return True


@cache
def _parser() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False, "maxNesting": 30}).enable("table")
    markdown.disable(["html_block", "reference", "lheading", "code"])
    interrupts: RuleOptionsType = {"alt": ["paragraph", "list", "blockquote"]}
    markdown.block.ruler.before("fence", "emm_fence", _fence_rule, interrupts)
    markdown.block.ruler.before("fence", "emm_note", _note_rule, interrupts)
    markdown.core.ruler.disable("inline")
    return markdown


@dataclass(slots=True)
class _Reader:
    file: str
    problems: list[Diagnostic] = field(default_factory=list)
    footnotes: list[Footnote] = field(default_factory=list)
    headings: dict[Span, Attributes] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    first: int = 1

    def nodes(self, lines: list[str], first: int, depth: int) -> tuple[Node, ...]:
        if depth > MAX_DEPTH:
            self.problems.append(error("FNC104", "fences are nested too deeply", Span(self.file, first, 1)))
            return ()
        outer = self.lines, self.first
        self.lines, self.first = lines, first
        tokens = _parser().parse("\n".join(lines))
        found = self.block(tokens, 0, len(tokens), depth)
        self.lines, self.first = outer
        return found

    def block(self, tokens: list[Token], start: int, end: int, depth: int) -> tuple[Node, ...]:
        nodes: list[Node] = []
        place = start
        while place < end:
            token, last = tokens[place], _closing(tokens, place)
            match token.type:
                case "heading_open":
                    nodes.append(self.heading(token, tokens[place + 1]))
                case "paragraph_open":
                    text, span = self.content(tokens[place + 1])
                    nodes.append(Paragraph(self.text(text, span), meta=Meta(span=span)))
                case "bullet_list_open" | "ordered_list_open":
                    items = self.items(tokens, place + 1, last, depth)
                    nodes.append(ListNode(items, token.type[0] == "o", self.span(token)))
                case "table_open":
                    nodes.append(self.table(tokens, place, last))
                case "blockquote_open":
                    children = self.block(tokens, place + 1, last, depth)
                    where = self.span(token)
                    nodes.append(Fence("quote", Value("", where), Attributes(), {}, children, where))
                case "emm_fence":
                    nodes.append(self.fence(token, depth))
                case "emm_note":
                    where = self.span(token)
                    note = Footnote(token.meta["label"], self.text(token.content, where), where)
                    self.footnotes.append(note)
                case "hr":
                    pass
                case _ if token.content.strip():
                    where = self.span(token)
                    nodes.append(Paragraph(self.text(token.content.strip(), where), meta=Meta(span=where)))
            place = last + 1
        return tuple(nodes)

    def span(self, token: Token) -> Span:
        number = token.map[0] if token.map else 0
        line = self.lines[number] if number < len(self.lines) else ""
        col = len(line) - len(line.lstrip()) + 1
        return Span(self.file, self.first + number, col, len(line.strip()))

    def content(self, token: Token) -> tuple[str, Span]:
        """The source of an inline token and where its first character stands."""
        number = token.map[0] if token.map else 0
        head = token.content.split("\n", 1)[0]
        line = self.lines[number] if number < len(self.lines) else ""
        return token.content, Span(self.file, self.first + number, max(line.find(head), 0) + 1, len(head))

    def text(self, source: str, span: Span) -> Text:
        return Text(source, inlines(source), span)

    def heading(self, token: Token, inner: Token) -> Heading:
        source, span = self.content(inner)
        source, found = attributes.at_end(source, span)
        self.headings[span] = found
        return Heading(int(token.tag[1]), self.text(source, span), meta=Meta(span=span))

    def items(self, tokens: list[Token], start: int, end: int, depth: int) -> tuple[ListItem, ...]:
        items, place = [], start
        while place < end:
            last = _closing(tokens, place)
            items.append(self.item(tokens, place, last, depth))
            place = last + 1
        return tuple(items)

    def item(self, tokens: list[Token], start: int, end: int, depth: int) -> ListItem:
        inner, span = start + 1, self.span(tokens[start])
        if inner < end and tokens[inner].type == "paragraph_open":
            source, where = self.content(tokens[inner + 1])
            source, found, taken = attributes.at_start(source, where)
            text = self.text(source, where.at(taken, max(where.length - taken, 0)))
            return ListItem(text, found, span, self.block(tokens, inner + 3, end, depth))
        return ListItem(Text("", span=span), Attributes(), span, self.block(tokens, inner, end, depth))

    def table(self, tokens: list[Token], start: int, end: int) -> Table:
        rows: list[list[Text]] = []
        places: list[Span] = []
        after = 0
        for token in tokens[start:end]:
            if token.type == "tr_open":
                rows.append([])
                places.append(self.span(token))
                after = 0
            elif token.type == "inline":
                number = places[-1].line - self.first
                line = self.lines[number]
                at = line.find(token.content, after) if token.content else after
                after = max(at, after) + len(token.content)
                where = Span(self.file, places[-1].line, max(at, 0) + 1, len(token.content))
                rows[-1].append(self.text(token.content, where))
        meta = Meta(span=self.span(tokens[start]))
        body = tuple(Row(tuple(row), meta=Meta(span=place)) for row, place in zip(rows[1:], places[1:], strict=True))
        return Table(tuple(rows[0]), body, meta=meta)

    def fence(self, token: Token, depth: int) -> Fence:
        start, last = token.map or [0, 0]
        span = self.span(token)
        match = _OPEN.match(self.lines[start].strip())
        assert match is not None
        if not token.meta["closed"]:
            self.problems.append(
                error(
                    "FNC101",
                    f"the block {{{match['name']}}} is never closed",
                    span,
                    hint=f"put a line {match['colons']} where it ends",
                )
            )
        rest = match["rest"]
        at = span.at(match.start("rest"), len(rest))
        argument, found = attributes.at_end(rest, at)
        argument = argument.strip()
        indent = span.col - 1
        body = [line[indent:] if not line[:indent].strip() else line.lstrip() for line in self.lines[start + 1 : last]]
        options, body, skipped = self.options(body, self.first + start + 1, indent)
        children = self.nodes(body, self.first + start + 1 + skipped, depth + 1)
        where = Span(self.file, span.line, span.col + match.start("rest"), len(argument))
        return Fence(match["name"], Value(argument, where), found, options, children, span)

    def options(self, body: list[str], first: int, indent: int) -> tuple[dict[str, Value], list[str], int]:
        """Option lines at the head and at the foot of a fence's body, the rest, and the lines skipped at its head."""
        options: dict[str, Value] = {}
        head = 0
        while head < len(body) and (match := _OPTION.match(body[head])):
            self.option(options, match, first + head, indent)
            head += 1
        foot = len(body)
        while foot > head and (not body[foot - 1].strip() or _OPTION.match(body[foot - 1])):
            foot -= 1
        for number in range(foot, len(body)):
            if match := _OPTION.match(body[number]):
                self.option(options, match, first + number, indent)
        return options, body[head:foot], head

    def option(self, options: dict[str, Value], match: re.Match[str], line: int, indent: int) -> None:
        value = (match["value"] or "").strip()
        col = match.start("value") + 1 + indent if match["value"] else 1
        options[match["name"]] = Value(value, Span(self.file, line, col, len(value)))


def _closing(tokens: list[Token], start: int) -> int:
    """The place of the token that closes the one at `start`; itself where it opens nothing."""
    if tokens[start].nesting != 1:
        return start
    depth = 0
    for place in range(start, len(tokens)):
        depth += tokens[place].nesting
        if depth == 0:
            return place
    return len(tokens) - 1
