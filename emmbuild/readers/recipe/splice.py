"""Changes a number in a hand-written recipe and nothing else: the text is spliced where YAML says that the value stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def with_minutes(text: str, minutes: Mapping[str, int]) -> str:
    """The recipe with new minutes for the sessions (by id): one line a session changes.

    A session that comes from a template gets a line under `changes`.
    """
    for session, value in minutes.items():
        root = yaml.compose(text, Loader=_LOADER)
        assert isinstance(root, yaml.MappingNode), "a recipe that was read"
        place = next(_places(root, session), None)
        if place is not None:
            start, end = place.start_mark.index, place.end_mark.index
            text = f"{text[:start]}{value}{text[end:]}"
        else:
            text = _changed(text, root, session, value)
    return text


def _places(root: yaml.MappingNode, session: str) -> Iterator[yaml.Node]:
    """Where the minutes of the session stand: in `changes` first, which wins, then in the agenda."""
    if isinstance(change := _get(root, "changes"), yaml.MappingNode) and isinstance(
        one := _get(change, session), yaml.MappingNode
    ):
        yield from (found for found in [_get(one, "min")] if found is not None)
    agenda = _get(root, "agenda")
    for day in agenda.value if isinstance(agenda, yaml.SequenceNode) else ():
        sessions = _get(day, "sessions")
        for one in sessions.value if isinstance(sessions, yaml.SequenceNode) else ():
            name, found = _get(one, "id"), _get(one, "min")
            if name is not None and name.value == session and found is not None:
                yield found


def _get(node: yaml.Node, key: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)


def _changed(text: str, root: yaml.MappingNode, session: str, value: int) -> str:
    """The recipe with the change as a new line."""
    line = f"{session}: {{min: {value}}}"
    change = _get(root, "changes")
    if not isinstance(change, yaml.MappingNode) or not change.value:
        return f"{text.rstrip()}\nchanges:\n  {line}\n"
    if isinstance(one := _get(change, session), yaml.MappingNode) and one.value:
        at = one.value[0][0].start_mark.index
        return f"{text[:at]}min: {value}, {text[at:]}" if one.flow_style else _line(text, at, f"min: {value}")
    at = change.value[0][0].start_mark.index
    return f"{text[:at]}{line}, {text[at:]}" if change.flow_style else _line(text, at, line)


def _line(text: str, at: int, line: str) -> str:
    """A line before the one at `at`, with its indentation."""
    start = text.rfind("\n", 0, at) + 1
    return f"{text[:start]}{' ' * (at - start)}{line}\n{text[start:]}"
