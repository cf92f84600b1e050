"""A recipe laid over the template that it names: mappings are merged, lists and words replaced, sessions changed by id."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from emmbuild.core.diagnostics import Diagnostic, error
from emmbuild.readers import yamls
from emmbuild.readers.yamls import Mapping, Scalar, Sequence, Tree

FOLDER = Path(__file__).parents[2] / "recipes"
FROM = "the template "  # what the place of everything inherited begins with


def templates() -> tuple[str, ...]:
    """Names of the templates that a recipe can be made `from`."""
    return tuple(path.stem for path in sorted(FOLDER.glob("*.yaml")) if path.stem != "sample")


def template(name: str) -> Mapping:
    """The tree of a shipped template. Raises ValueError for a broken one (a bug of ours)."""
    path = FOLDER / f"{name}.yaml"
    tree, problems = yamls.load(path.read_text("utf-8"), f"{FROM}{name}")
    if problems or not isinstance(tree, Mapping):
        raise ValueError(f"{path}: {problems}")
    return tree


def completed(tree: Mapping) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """The recipe with what its template gives, and with its `changes` to sessions carried out."""
    named = tree.entries.get("from")
    problems: list[Diagnostic] = []
    if isinstance(named, Scalar):
        if named.text in templates():
            tree = laid_over(template(named.text), tree)
        else:
            hint = "use one of: " + ", ".join(templates())
            problems.append(error("RCP104", f"there is no template {named.text!r}", named.span, hint=hint))
    changes = tree.entries.get("changes")
    if isinstance(changes, Mapping):
        tree, found = changed(tree, changes)
        problems += found
    return tree, tuple(problems)


def laid_over(below: Mapping, above: Mapping) -> Mapping:
    """`above` wins; the mappings that both have are merged."""
    entries: dict[str, Tree] = dict(below.entries)
    for name, value in above.entries.items():
        under = entries.get(name)
        both = isinstance(value, Mapping) and isinstance(under, Mapping)
        entries[name] = laid_over(under, value) if both else value  # type: ignore[arg-type]
    return Mapping(entries, {**below.keys, **above.keys}, above.span)


def changed(tree: Mapping, changes: Mapping) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """The tree with the sessions of its agenda changed (`id: {min: 90}`) or left out (`id: remove`)."""
    left = dict(changes.entries)

    def session(item: Tree) -> Tree | None:
        name = item.entries.get("id") if isinstance(item, Mapping) else None
        change = left.pop(name.text, None) if isinstance(name, Scalar) else None
        if isinstance(change, Scalar):
            return None if change.text == "remove" else item
        return laid_over(item, change) if isinstance(item, Mapping) and isinstance(change, Mapping) else item

    def day(item: Tree) -> Tree:
        sessions = item.entries.get("sessions") if isinstance(item, Mapping) else None
        if not isinstance(item, Mapping) or not isinstance(sessions, Sequence):
            return item
        kept = tuple(one for one in map(session, sessions.items) if one is not None)
        return replace(item, entries={**item.entries, "sessions": replace(sessions, items=kept)})

    agenda = tree.entries.get("agenda")
    if isinstance(agenda, Sequence):
        days = replace(agenda, items=tuple(day(item) for item in agenda.items))
        tree = replace(tree, entries={**tree.entries, "agenda": days})
    problems = [
        error("RCP105", f"changes: there is no session {name!r}", changes.keys[name], hint="use the id of a session")
        for name in left
    ]
    return tree, tuple(problems)


def shape_of(name: str) -> tuple[int, int]:
    """(days, sections that it waits for) of a template."""
    picks = [0]
    days = 0
    for day in _items(template(name).entries.get("agenda")):
        days += 1
        for session in _items(day.entries.get("sessions")):
            pick = session.entries.get("pick")
            picks.append(int(pick.text) if isinstance(pick, Scalar) and pick.text.isdigit() else 0)
    return days, max(picks)


def sections_of(name: str) -> tuple[str, ...]:
    """The sections that a template chooses itself."""
    content = template(name).entries.get("content")
    chosen = content.entries.get("sections") if isinstance(content, Mapping) else None
    uses = [item.entries.get("use") for item in _items(chosen)]
    return tuple(use.text for use in uses if isinstance(use, Scalar))


def team_size(name: str) -> int:
    """How many facilitators a template needs in its break-outs at least."""
    groups = template(name).entries.get("groups")
    entries = groups.entries if isinstance(groups, Mapping) else {}
    names, each = entries.get("names"), entries.get("facilitators_per_group")
    count = len(names.items) if isinstance(names, Sequence) else 1
    return count * (int(each.text) if isinstance(each, Scalar) and each.text.isdigit() else 1)


def _items(tree: Tree | None) -> list[Mapping]:
    return [item for item in tree.items if isinstance(item, Mapping)] if isinstance(tree, Sequence) else []
