"""The page at the root of a package with several units: a list of them, for people without an LMS. Facts of the whole."""

from __future__ import annotations

from collections.abc import Sequence

from emmbuild.core.edition import Bundle
from emmbuild.render.html import plain
from emmbuild.render.html_text import Page, element, inline, lang_of
from emmbuild.render.lom import DESCRIPTION, KEYWORDS, Facts
from emmbuild.render.xml import attr, esc

POLICY = "default-src 'none'; style-src 'self' file:; base-uri 'none'; form-action 'none'"


def contents_html(bundle: Bundle, pages: Sequence[str]) -> str:
    """Titles of the sections in each language, each with a link to its page."""
    main = bundle.editions[0][0]
    language = main.language
    items = "".join(
        f'<li><a href="{attr(page)}">{inline(Page(row[0]), row[0].section.front.title)}</a>'
        + "".join(
            f' <span class="other" lang="{attr(e.language.tag)}" dir="{e.language.direction}">'
            f"{esc(plain(e.section.front.title))}</span>"
            for e in row[1:]
        )
        + "</li>"
        for row, page in zip(bundle.editions, pages, strict=True)
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{attr(language.tag)}" dir="{language.direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{esc(plain(bundle.titles[0]))}</title>\n<link rel="stylesheet" href="theme.css">\n'
        '<link rel="stylesheet" href="player/player.css">\n</head>\n<body class="card">\n<main>\n'
        f'{element(Page(main), "h1", bundle.titles[0])}<p class="lead"{lang_of(Page(main), bundle.titles[0])}>'
        f'{esc(main.words("package-sections", n=len(pages)))}</p><ol class="contents">{items}</ol>\n</main>\n'
        "</body>\n</html>\n"
    )


def bundle_facts(bundle: Bundle, units: Sequence[Facts]) -> Facts:
    """The facts of a package with several units."""
    words = dict.fromkeys(word for unit in units for word in unit.keywords)
    spoken = []
    for n, language in enumerate(bundle.languages):
        described = "; ".join(unit.spoken[n][1] for unit in units)
        cut = described if len(described) <= DESCRIPTION else described[: DESCRIPTION - 1] + "…"
        spoken.append((language.tag, plain(bundle.titles[n], 200), cut))
    minutes = sum(row[0].section.front.minutes.get("core", 0) for row in bundle.editions)
    return Facts(
        identifier=f"{bundle.editions[0][0].library.id}:{bundle.id}",
        spoken=tuple(spoken),
        keywords=tuple(words)[:KEYWORDS],
        version=max((unit.version for unit in units), key=lambda text: [int(part) for part in text.split(".")]),
        status=max((unit.status for unit in units), key=["Final", "Revised", "Draft"].index),
        duration=f"PT{minutes // 60}H{minutes % 60}M" if minutes else "",
    )
