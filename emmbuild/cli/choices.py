"""Lists on the command line: "fr,ar", several words, or "all"."""

from __future__ import annotations

from collections.abc import Sequence

import click


def chosen(values: Sequence[str], known: Sequence[str], what: str) -> tuple[str, ...]:
    """The values typed (commas allowed, "all" = every known one), in the order known. Wrong ones are a usage error."""
    typed = [part.strip() for value in values for part in value.split(",") if part.strip()]
    if "all" in typed:
        return tuple(known)
    for value in typed:
        if value not in known:
            raise click.UsageError(f"there is no {what} {value!r}; known: {', '.join(known)}")
    return tuple(name for name in known if name in typed)
