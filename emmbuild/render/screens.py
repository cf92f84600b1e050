"""index.html of a learning package: all screens of a course in one document, readable without its player."""

from __future__ import annotations

from emmbuild.core.edition import Edition
from emmbuild.core.nodes import Picture
from emmbuild.core.text import Text
from emmbuild.plan.course import Course, Screen, screen_title
from emmbuild.render.html import blocks, plain
from emmbuild.render.html_question import form
from emmbuild.render.html_text import Page, element, endnotes, inline, lang_of, reference
from emmbuild.render.xml import attr, esc

# file: lets browsers that give local files no origin of their own load the parts beside the page.
POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file: data:; "
    "base-uri 'none'; form-action 'none'"
)
_FALLBACKS = {
    "Latn": '"Carlito", "Segoe UI", "Helvetica Neue", Arial, sans-serif',
    "Arab": '"Noto Naskh Arabic", "Geeza Pro", Tahoma, sans-serif',
    "Hang": '"Apple SD Gothic Neo", "Noto Sans KR", "Noto Sans CJK KR", sans-serif',
}
_COUNTERS = {"arab": "arabic-indic", "arabext": "persian"}


def index_html(
    edition: Edition, course: Course, scripts: tuple[str, ...], network: bool = False
) -> tuple[str, dict[str, Picture]]:
    """The page, and the pictures it shows by their names in the package. `network` lets scripts call a record store."""
    policy = POLICY + ("; connect-src https: http:" if network else "")
    language, words = edition.language, edition.words
    pages = [Page(edition, screen.id) for screen in course.screens]
    pictures: dict[str, Picture] = {}
    cited: list[str] = []
    bodies = []
    for page, screen in zip(pages, course.screens, strict=True):
        page.pictures, page.cited = pictures, cited
        bodies.append(_screen(page, course, screen))
    title = esc(plain(course.title))
    tags = "".join(f'<script src="{name}" defer></script>\n' for name in scripts)
    html = f"""<!DOCTYPE html>
<html lang="{attr(language.tag)}" dir="{language.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="theme.css">
<link rel="stylesheet" href="player/player.css">
<noscript><link rel="stylesheet" href="player/no-script.css"></noscript>
{tags}</head>
<body>
<a class="skip" href="#main">{esc(words("package-skip"))}</a>
<header class="top">
<p class="course">{inline(pages[0], course.title)}</p>
<p class="where" id="where"></p>
<progress id="progress" max="{len(course.screens)}" value="0" aria-labelledby="where"></progress>
<button type="button" id="menu-button" aria-expanded="false" aria-controls="menu">{esc(words("package-menu"))}</button>
<button type="button" id="leave">{esc(words("package-leave"))}</button>
</header>
<div id="notice" role="status" aria-live="polite"></div>
<noscript><p class="notice">{esc(words("package-no-script"))}</p></noscript>
<div class="middle">
<nav id="menu" aria-label="{attr(words("package-menu"))}"><ol>{_menu(edition, course)}</ol></nav>
<main id="main" tabindex="-1">
{"".join(bodies)}</main>
</div>
<footer class="bottom" id="steps">
<button type="button" id="back">{esc(words("package-back"))}</button>
<button type="button" id="next" class="main">{esc(words("package-next"))}</button>
</footer>
</body>
</html>
"""
    return html, pictures


def _menu(edition: Edition, course: Course) -> str:
    page = Page(edition, "menu")
    return "".join(
        f'<li class="{screen.kind}"><button type="button" data-go="{screen.id}"{lang_of(page, screen.title)}>'
        f'{esc(plain(screen_title(screen, edition)))} <span class="mark"></span></button></li>'
        for screen in course.screens
    )


def _screen(page: Page, course: Course, screen: Screen) -> str:
    words, name = page.edition.words, f"{screen.id}-title"
    title = element(page, "h1", screen_title(screen, page.edition), f' id="{name}" tabindex="-1"')
    kicker = element(page, "p", screen.kicker, ' class="kicker"') if screen.kicker else ""
    body = blocks(page, screen.blocks)
    match screen.kind:
        case "welcome":
            body = _opening(page) + body
        case "question" if screen.question:
            count = words("package-of-questions", n=screen.number, total=len(course.questions))
            kicker = f'<p class="kicker">{esc(count)}</p>'
            body += form(page, screen.question, screen.id)
        case "result":
            body += '<div id="result" aria-live="polite"></div>'
        case "close":
            body = f'<div id="closing" role="status" aria-live="polite"></div>{body}{_references(page)}'
    if "data-field=" in body:
        body = f'<p class="hint">{esc(words("package-stays-here"))}</p>{body}'
    hidden = "" if screen.kind == "welcome" else " hidden"
    return (
        f'<section class="screen {screen.kind}" id="screen-{screen.id}" data-screen="{screen.id}" aria-labelledby="{name}"'
        f"{hidden}>{kicker}{title}{body}{endnotes(page)}</section>\n"
    )


def _opening(page: Page) -> str:
    front, words = page.edition.section.front, page.edition.words
    summary = element(page, "p", front.summary, ' class="lead"') if front.summary else ""
    minutes = front.minutes.get("core") or next(iter(front.minutes.values()), 0)
    time = f'<p class="hint">{esc(words("package-time", n=words.minutes(minutes)))}</p>' if minutes else ""
    return summary + time


def _references(page: Page) -> str:
    """Every work cited on any screen, in full, by author."""
    works = page.edition.library.works
    found = [works[key] for key in page.cited if key in works]
    found.sort(key=lambda work: (work.author or work.title, work.year))
    if not found:
        return ""
    rtl = page.edition.language.rtl
    items = "".join(f"<li>{reference(work, rtl)}</li>" for work in found)
    return f'<section class="references"><h2>{esc(page.edition.words("package-sources"))}</h2><ul>{items}</ul></section>'


def theme_css(edition: Edition) -> str:
    """Colours and fonts of the theme as custom properties, and the shape classes of drawings."""
    theme, script = edition.theme, edition.language.script
    fonts, rest = theme.font(script), _FALLBACKS.get(script, _FALLBACKS["Latn"])
    colours = "".join(f"--{role}:{value};" for role, value in sorted(theme.colours.items()))
    drawing = "".join(
        f".fill-{role}{{fill:{value}}}.stroke-{role}{{stroke:{value}}}.ink-{role}{{color:{value}}}\n"
        for role, value in sorted(theme.colours.items())
    )
    counter = _COUNTERS.get(edition.language.digits, "decimal")
    return (
        f':root{{{colours}--heading:"{fonts.heading}",{rest};--body:"{fonts.body}",{rest}}}\n'
        f"ol{{list-style-type:{counter}}}:root{{--counter:{counter}}}\n{drawing}"
    )


def title_of(text: Text, limit: int = 200) -> str:
    """A title for manifests: one line, not too long for any LMS."""
    return plain(text, limit)
