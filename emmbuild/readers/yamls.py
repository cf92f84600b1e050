"""YAML as text with places: every scalar stays the string that was typed.

PyYAML would read 3.10 as 3.1 and 11:00 as 660; here the schema of the reader decides what a value
means. Aliases are refused, depth, size and duplicate keys are checked.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml

from emmbuild.core.diagnostics import ContentError, Diagnostic, Span, error

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_DEPTH = 40
MAX_NODES = 100_000


@dataclass(frozen=True, slots=True)
class Scalar:
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Tree, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    entries: dict[str, Tree]
    keys: dict[str, Span]
    span: Span


Tree = Scalar | Sequence | Mapping


@dataclass(slots=True)
class _Maker:
    file: str
    first_line: int
    problems: list[Diagnostic] = field(default_factory=list)
    count: int = 0

    def span(self, node: yaml.Node) -> Span:
        mark, end = node.start_mark, node.end_mark
        length = end.column - mark.column if end.line == mark.line else 0
        return Span(self.file, mark.line + self.first_line, mark.column + 1, length)

    def make(self, node: yaml.Node, depth: int) -> Tree:
        self.count += 1
        if depth > MAX_DEPTH or self.count > MAX_NODES:
            raise ContentError(
                error(
                    "YML101",
                    "this YAML is nested too deeply or is too large",
                    self.span(node),
                    hint="write it in fewer levels",
                )
            )
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, depth)
        if isinstance(node, yaml.SequenceNode):
            return Sequence(tuple(self.make(child, depth + 1) for child in node.value), self.span(node))
        return Scalar(str(node.value), self.span(node))

    def mapping(self, node: yaml.MappingNode, depth: int) -> Mapping:
        entries: dict[str, Tree] = {}
        keys: dict[str, Span] = {}
        for key, value in node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
            if not name:
                self.problems.append(error("YML101", "a key must be one word", self.span(key)))
            elif name in entries:
                self.problems.append(
                    error(
                        "YML105",
                        f"`{name}` is given twice",
                        self.span(key),
                        hint=f"keep one; the first stands in line {keys[name].line}",
                    )
                )
            else:
                entries[name], keys[name] = self.make(value, depth + 1), self.span(key)
        return Mapping(entries, keys, self.span(node))


def load(text: str, file: str, first_line: int = 1) -> tuple[Tree | None, tuple[Diagnostic, ...]]:
    """The YAML document as a tree of strings, and what is wrong with it. `first_line`: where it stands in `file`."""
    early = _refused(text, file, first_line)
    if early:
        return None, (early,)
    maker = _Maker(file, first_line)
    try:
        node = yaml.compose(text, Loader=_LOADER)
        tree = maker.make(node, 0) if node is not None else Mapping({}, {}, Span(file, first_line, 1))
    except ContentError as problem:
        return None, (*maker.problems, *problem.diagnostics)
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        where = Span(file, mark.line + first_line, mark.column + 1) if mark else Span(file, first_line, 1)
        what = problem.problem or problem.context or "not readable"
        return None, (
            error(
                "YML101",
                f"this is not valid YAML: {what}",
                where,
                hint="look for a missing quotation mark, bracket, colon or space just before this place",
            ),
        )
    except (yaml.YAMLError, RecursionError, ValueError):
        return None, (error("YML101", "this is not valid YAML", Span(file, first_line, 1)),)
    return tree, tuple(maker.problems)


def _refused(text: str, file: str, first_line: int) -> Diagnostic | None:
    """Nesting bombs and aliases are found on the token level, before anything is built."""
    depth = 0
    try:
        for token in yaml.scan(text, Loader=_LOADER):
            mark = token.start_mark
            where = Span(file, mark.line + first_line, mark.column + 1)
            if isinstance(token, yaml.AliasToken | yaml.AnchorToken):
                return error(
                    "YML106",
                    "anchors and aliases (& and *) are not allowed here",
                    where,
                    hint="write the value out; put text that begins with & or * in quotation marks",
                )
            if isinstance(
                token,
                yaml.FlowSequenceStartToken
                | yaml.FlowMappingStartToken
                | yaml.BlockSequenceStartToken
                | yaml.BlockMappingStartToken,
            ):
                depth += 1
            elif isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken | yaml.BlockEndToken):
                depth -= 1
            if depth > MAX_DEPTH:
                return error("YML101", "this YAML is nested too deeply", where, hint="write it in fewer levels")
    except yaml.YAMLError:
        return None  # composing reports it with its place
    return None


def strings(tree: Tree | None) -> tuple[str, ...]:
    """The texts of a list; a single text counts as a list of one."""
    if isinstance(tree, Scalar):
        return (tree.text,)
    return tuple(item.text for item in tree.items if isinstance(item, Scalar)) if isinstance(tree, Sequence) else ()
