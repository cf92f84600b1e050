"""A theme's folder → `Theme`: colours by role, fonts by script."""

from __future__ import annotations

import re
from pathlib import Path

from emmbuild.core.diagnostics import ContentError, Span, error
from emmbuild.core.edition import Fonts, Theme
from emmbuild.readers import yamls
from emmbuild.readers.svg import ROLES

TEMPLATES = ("deck", "paper")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def load(folder: Path, default: Path | None = None) -> Theme:
    """The theme in `folder`; templates that it lacks are taken from the theme in `default`.

    Raises ContentError THM101 naming what is missing or wrong.
    """
    file = folder / "theme.yaml"
    where = Span(file.as_posix())
    try:
        tree, problems = yamls.load(file.read_text("utf-8"), file.as_posix())
    except (OSError, UnicodeDecodeError):
        raise ContentError(
            error("THM101", f"there is no theme {folder.name!r}", where, hint="`emmbuild list themes` shows what there is")
        ) from None
    if problems or not isinstance(tree, yamls.Mapping):
        raise ContentError(*problems or (error("THM101", "the theme is empty", where),))
    colours = _texts(tree.entries.get("colours"))
    for role in ROLES:
        if not _COLOUR.fullmatch(colours.get(role, "")):
            raise ContentError(error("THM101", f"the theme has no colour {role}", where, hint=f'add {role}: "#123456"'))
    fonts = tree.entries.get("fonts")
    scripts = fonts.entries if isinstance(fonts, yamls.Mapping) else {}
    families = {script: _texts(entry) for script, entry in scripts.items()}
    if "Latn" not in families:
        raise ContentError(error("THM101", "the theme names no fonts for Latn", where))
    return Theme(
        folder.name,
        folder,
        colours,
        {script: Fonts(named.get("heading", ""), named.get("body", "")) for script, named in families.items()},
        {name: _template(folder, default, name) for name in TEMPLATES},
        _texts(tree).get("deck") == "own",
        _texts(tree).get("paper") == "own",
    )


def _template(folder: Path, default: Path | None, name: str) -> Path:
    own = folder / name
    return own if default is None or own.is_dir() else default / name


def _texts(tree: yamls.Tree | None) -> dict[str, str]:
    if not isinstance(tree, yamls.Mapping):
        return {}
    return {name: value.text for name, value in tree.entries.items() if isinstance(value, yamls.Scalar)}
