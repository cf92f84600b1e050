"""Screens of a package beside the course: what the package is and whether the LMS keeps progress; the certificate."""

from __future__ import annotations

from emmbuild.plan.programme import Programme
from emmbuild.render.html import plain
from emmbuild.render.html_text import directed
from emmbuild.render.lom import facts_of
from emmbuild.render.xml import attr, esc


def panels(programme: Programme) -> str:
    """The panels; the player shows one in place of a screen, and fills in what only it knows."""
    words = programme.edition.words
    allowed = all(edition.section.front.certificate for edition in programme.editions)
    return _about(programme) + (_certificate(programme) if allowed else "") + _pop_up(words("package-close-pop-up"))


def _panel(name: str, title: str, body: str, back: str) -> str:
    return (
        f'<section class="screen panel" id="screen-{name}" data-screen="{name}" aria-labelledby="{name}-title" hidden>'
        f'<h1 id="{name}-title" tabindex="-1">{esc(title)}</h1>{body}'
        f'<p class="do"><button type="button" class="main" data-do="return">{esc(back)}</button></p></section>\n'
    )


def _about(programme: Programme) -> str:
    words, language = programme.edition.words, programme.edition.language
    rows = (
        (words("card-version"), facts_of([programme]).version),
        (words("card-language"), language.name),
    )
    facts = "".join(f"<dt>{esc(name)}</dt><dd>{directed(value, language.rtl)}</dd>" for name, value in rows)
    body = (
        f'<dl class="facts"><dt>{esc(words("card-title-short"))}</dt><dd>{esc(plain(programme.title))}</dd>{facts}'
        f'<dt>{esc(words("package-about-platform"))}</dt><dd id="platform"></dd></dl>'
        f"<h2>{esc(words('card-test'))}</h2><p>{esc(words('package-test-how', n=programme.state_size))}</p>"
        f'<p><button type="button" data-do="test">{esc(words("package-test-begin"))}</button></p>'
        '<p id="tested" role="status" aria-live="polite"></p>'
    )
    return _panel("about", words("package-about"), body, words("package-return"))


def _certificate(programme: Programme) -> str:
    words = programme.edition.words
    body = (
        '<div class="certificate"><p class="kicker">'
        f'{esc(plain(programme.edition.library.title))}</p><p class="name" id="holder"></p>'
        f'<p>{esc(words("package-certificate-says"))}</p><p class="what">{esc(plain(programme.title))}</p>'
        '<p id="earned"></p></div>'
        f'<p class="ask"><label for="holder-name">{esc(words("package-certificate-name"))}</label>'
        '<input type="text" id="holder-name" maxlength="100" autocomplete="name"></p>'
        f'<p class="hint">{esc(words("package-certificate-note"))}</p>'
        f'<p class="do"><button type="button" data-do="print">{esc(words("package-print"))}</button></p>'
    )
    return _panel("certificate", words("package-certificate"), body, words("package-return"))


def _pop_up(close: str) -> str:
    """Where the definition of a term is shown."""
    return (
        '<div id="pop-up" role="dialog" aria-labelledby="pop-up-title" tabindex="-1" hidden><p id="pop-up-title"></p>'
        '<div id="pop-up-text"></div>'
        f'<button type="button" data-do="close-pop-up" aria-label="{attr(close)}">×</button></div>\n'
    )
