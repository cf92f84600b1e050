"""Small edits of a recipe's text that leave every other character, comments included, as somebody typed it."""

from __future__ import annotations

import yaml


def with_member(text: str, member: str, key: str, value: str) -> str | None:
    """The recipe with `key: value` set for one member of its team; None where the text has no such member."""
    team = _value(_root(text), "team")
    for node in team.value if isinstance(team, yaml.SequenceNode) else ():
        named = _value(node, "id")
        if isinstance(node, yaml.MappingNode) and named is not None and named.value == member:
            return _with(text, node, key, value)
    return None


def with_session(text: str, session: str, key: str, value: str) -> str | None:
    """The recipe with `key: value` set for one session of its agenda; None where the text has no such session."""
    days = _value(_root(text), "agenda")
    for day in days.value if isinstance(days, yaml.SequenceNode) else ():
        sessions = _value(day, "sessions")
        for node in sessions.value if isinstance(sessions, yaml.SequenceNode) else ():
            named = _value(node, "id")
            if isinstance(node, yaml.MappingNode) and named is not None and named.value == session:
                return _with(text, node, key, value)
    return None


def with_part(text: str, part: str, key: str, value: str) -> str:
    """The recipe with `key: value` set in one of its parts (`groups`), which is added where it stands in the template."""
    node = _value(_root(text), part)
    if isinstance(node, yaml.MappingNode) and node.value:
        return _with(text, node, key, value)
    return f"{text.rstrip()}\n{part}: {{{key}: {value}}}\n"


def _with(text: str, node: yaml.MappingNode, key: str, value: str) -> str:
    """A value that is there is replaced; else the key is added, to `{…}` on the same line, elsewhere on a new one."""
    for name, old in node.value:
        if name.value == key:
            return f"{text[: old.start_mark.index]}{value}{text[old.end_mark.index :]}"
    if node.flow_style:
        end = node.value[-1][1].end_mark.index
        return f"{text[:end]}, {key}: {value}{text[end:]}"
    indent = " " * node.value[0][0].start_mark.column
    for _, old in node.value:
        if isinstance(old, yaml.ScalarNode) and old.start_mark.line == old.end_mark.line:
            end = text.find("\n", old.end_mark.index)
            end = len(text) if end < 0 else end
            return f"{text[:end]}\n{indent}{key}: {value}{text[end:]}"
    start = node.value[0][0].start_mark.index
    return f"{text[:start]}{key}: {value}\n{indent}{text[start:]}"


def _root(text: str) -> yaml.Node | None:
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return None
    return root if isinstance(root, yaml.Node) else None


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for name, value in pairs if name.value == key), None)
