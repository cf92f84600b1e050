"""Several sections, or one in several languages, bound into one package: for LMSs, and for workshops' pre-work.

    wanted = Binding("prework", ("2.6", "3.12"), ("en", "ar"), "menu", titles={"en": "Pre-work"})
    artefacts, problems = bind(desk, wanted, "scorm12", out)

The phases are those of `pipeline`; only the last differs: the editions of all sections and languages go to a format's
`bind` together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from emmbuild import pipeline
from emmbuild.core.diagnostics import ContentError, Diagnostic
from emmbuild.core.edition import Bundle, Format
from emmbuild.core.text import Text, words_of
from emmbuild.localize import packs

SHAPES = ("single", "menu", "multi")
SEVERAL_NAMED = 4  # sections that a name may be made of


@dataclass(frozen=True, slots=True)
class Binding:
    """What to bind. `id` is stable: identifiers and file names come from it. `sections` keep their order; `shape` is
    "single" (one section), "menu" (one unit with a menu) or "multi" (a unit for each); `titles` by language code, else
    the library's title."""

    id: str
    sections: tuple[str, ...]
    languages: tuple[str, ...]
    shape: str = "menu"
    titles: Mapping[str, str] = field(default_factory=dict)


def formats() -> dict[str, Format]:
    """Kind → format, for those that can hold several sections."""
    return {kind: made for kind, made in pipeline.formats().items() if made.bind}


def name_of(sections: Sequence[str]) -> str:
    """A stable name from the sections themselves; empty where they are too many."""
    return "-".join(sections).lower() if len(sections) <= SEVERAL_NAMED else ""


def bind(
    desk: pipeline.Desk, wanted: Binding, kind: str, out: Path, policy: packs.Policy = packs.DEFAULT
) -> pipeline.Result:
    """Make and write one package. Writes nothing where a section cannot be built in a language, or the format says no.

    The file is `out/ID/LANGUAGE/…zip`, LANGUAGE being "mul" where there are several.
    """
    assert wanted.shape in SHAPES and wanted.sections and wanted.languages
    assert wanted.shape != "single" or len(wanted.sections) == 1, "one section has no parts"
    made = formats()[kind]
    audience = made.audiences[0]
    problems: list[Diagnostic] = []
    rows = []
    for section in wanted.sections:
        makers = []
        for language in wanted.languages:
            try:
                maker = desk.edition_maker(section, language, policy)
            except ContentError as problem:
                return (), (*problems, *problem.diagnostics)
            problems += pipeline.gaps(maker)
            if maker.coverage.refused:
                return (), (*problems, pipeline.refusal(maker))
            makers.append(maker)
        rows.append(tuple(maker.edition(made, audience) for maker in makers))
    titles = tuple(
        _title(desk, wanted, language, rows[0][n].section.front.title) for n, language in enumerate(wanted.languages)
    )
    bundle = Bundle(wanted.id, wanted.shape, titles, tuple(rows))
    assert made.bind
    found, said = pipeline.emit_file(
        made.bind(bundle),
        out,
        f"{wanted.id}/{bundle.language_code}/{made.bundle_name(bundle)}",
        pipeline.Origin(made.kind, wanted.id, bundle.language_code, audience, _sources(bundle)),
    )
    return ((found,) if found else ()), tuple(dict.fromkeys((*problems, *said)))


def _sources(bundle: Bundle) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for row in bundle.editions for name in row[0].section.files))


def _title(desk: pipeline.Desk, wanted: Binding, language: str, section: Text) -> Text:
    if wanted.shape == "single":
        return section
    if language in wanted.titles:
        return words_of(wanted.titles[language])
    source = desk.shelf.library.source_language
    if source in wanted.titles:
        return Text(wanted.titles[source], words_of(wanted.titles[source]).inlines, lang=source)
    return desk.library_in(language).title
