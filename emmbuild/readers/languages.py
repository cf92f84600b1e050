"""Facts of the language packs: `pack.yaml` of every folder in `emmbuild/languages/`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from emmbuild.core.edition import Language
from emmbuild.readers import yamls

FOLDER = Path(__file__).parent.parent / "languages"


@cache
def load(folder: Path = FOLDER) -> dict[str, Language]:
    """Code → language, English first, then by code. Raises ValueError for a pack that lacks a fact."""
    found = {path.parent.name: _read(path) for path in sorted(folder.glob("*/pack.yaml"))}
    return {code: found[code] for code in sorted(found, key=lambda code: (code != "en", code))}


def _read(path: Path) -> Language:
    tree, problems = yamls.load(path.read_text("utf-8"), path.name)
    if problems or not isinstance(tree, yamls.Mapping):
        raise ValueError(f"{path}: {problems[0].message if problems else 'empty'}")

    def fact(name: str, default: str | None = None) -> str:
        value = tree.entries.get(name)
        if isinstance(value, yamls.Scalar):
            return value.text
        if default is None:
            raise ValueError(f"{path} lacks {name}")
        return default

    quotes = tree.entries.get("quotes")
    pair = (
        [item.text for item in quotes.items if isinstance(item, yamls.Scalar)] if isinstance(quotes, yamls.Sequence) else []
    )
    return Language(
        fact("code"),
        fact("tag"),
        fact("name"),
        fact("english_name"),
        fact("direction", "ltr") == "rtl",
        fact("script", "Latn"),
        fact("digits", "latn"),
        (pair[0], pair[1]) if len(pair) == 2 else ("“", "”"),
        tuple(item.text for item in forms.items if isinstance(item, yamls.Scalar))
        if isinstance(forms := tree.entries.get("minutes"), yamls.Sequence)
        else (fact("minutes", "{n} min"),),
        fact("plurals", ""),
        tuple(item.text for item in habits.items if isinstance(item, yamls.Scalar))
        if isinstance(habits := tree.entries.get("habits"), yamls.Sequence)
        else (),
    )
