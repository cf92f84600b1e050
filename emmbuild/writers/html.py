"""The handbook of a section as one web page that needs no server and no network: contents, search, languages, print.

All pages of an output folder make a site: the page reads `pages.js`, which the build writes beside them.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from emmbuild.core.edition import Built, Edition, Format
from emmbuild.render.handbook import Handbook, handbook
from emmbuild.render.screens import theme_css
from emmbuild.render.xml import attr, esc

_FOLDER = Path(__file__).resolve().parent.parent / "site"
_STYLES = ("handbook.css", "site.css")


def write(edition: Edition) -> Built:
    book = handbook(edition)
    css = theme_css(edition) + "\n".join((_FOLDER / name).read_text("utf-8") for name in _STYLES)
    script = (_FOLDER / "site.js").read_text("utf-8")
    return Built(
        _page(book, edition, css, script).encode("utf-8"),
        facts={
            "title": book.title,
            "language_name": edition.language.name,
            "tag": edition.language.tag,
            "direction": edition.language.direction,
        },
    )


def _page(book: Handbook, edition: Edition, css: str, script: str) -> str:
    words, language = edition.words, edition.language
    # nothing from elsewhere can load; the one file beside the page is the list of pages
    policy = (
        f"default-src 'none'; img-src data:; style-src '{_hash(css)}'; script-src '{_hash(script)}' 'self' file:; "
        "base-uri 'none'; form-action 'none'"
    )
    links = "".join(f'<li><a href="#{name}">{esc(title.plain)}</a></li>' for name, title in book.contents)
    menu = f"<h2>{esc(words('paper.contents'))}</h2><ol>{links}</ol>" if links else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{attr(language.tag)}" dir="{language.direction}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{attr(policy)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">'
        f'<title>{esc(book.title)}</title><link rel="icon" href="data:,"><style>{css}</style></head>'
        f'<body data-code="{attr(language.code)}" data-section="{attr(edition.section.id)}">'
        f'<a class="skip" href="#main">{esc(words("package-skip"))}</a><header class="bar">'
        f'<p class="library">{esc(edition.library.title.plain)}</p>{_search(edition)}'
        f'<nav id="languages" aria-label="{attr(words("site.languages"))}" hidden></nav></header>'
        f'<div class="columns"><nav class="contents" aria-label="{attr(words("paper.contents"))}">{menu}'
        f'<div id="sections" hidden><h2>{esc(words("site.sections"))}</h2></div></nav>'
        f'<main id="main" tabindex="-1">{_embedded(book)}</main></div>'
        f'<script src="../../pages.js"></script><script>{script}</script></body></html>\n'
    )


def _search(edition: Edition) -> str:
    words = edition.words
    return (
        f'<form role="search" id="search" hidden><label for="words">{esc(words("site.search"))}</label>'
        '<input id="words" type="search" autocomplete="off">'
        f'<p id="found" role="status" data-none="{attr(words("site.none"))}"></p><ul id="results"></ul></form>'
    )


def _embedded(book: Handbook) -> str:
    body = book.body
    for name, picture in book.pictures.items():
        kind = "png" if name.endswith("png") else "jpeg"
        body = body.replace(f'src="{name}"', f'src="data:image/{kind};base64,{b64encode(picture.data).decode()}"')
    return body


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode()}"


FORMAT = Format(
    kind="html",
    title="Handbook as web pages that work offline",
    extension="html",
    audiences=("participant",),
    write=write,
)
