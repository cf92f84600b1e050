"""The pages of a learning package: all screens of a unit in one document, readable without its player."""

from __future__ import annotations

from collections.abc import Sequence

from emmbuild.core.edition import Edition, Language
from emmbuild.core.nodes import Picture
from emmbuild.plan.course import Course, Screen, screen_title
from emmbuild.plan.programme import Programme
from emmbuild.render.html import blocks, plain
from emmbuild.render.html_question import form
from emmbuild.render.html_text import Page, element, endnotes, inline, lang_of, reference
from emmbuild.render.panels import panels
from emmbuild.render.xml import attr, esc

Pictures = dict[str, Picture]

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
    programmes: Sequence[Programme], scripts: tuple[str, ...], base: str, pictures: Pictures, network: bool
) -> str:
    """The page in its first language. `base` leads from it to the package's root; the pictures it shows are added to
    `pictures` by their names beside it; `network` lets scripts call a record store."""
    policy = POLICY + ("; connect-src https: http:" if network else "")
    main = programmes[0]
    language = main.edition.language
    tags = "".join(f'<script src="{name}" defer></script>\n' for name in scripts)
    return f"""<!DOCTYPE html>
<html lang="{attr(language.tag)}" dir="{language.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{esc(plain(main.title))}</title>
<link rel="stylesheet" href="{base}theme.css">
<link rel="stylesheet" href="{base}player/player.css">
<noscript><link rel="stylesheet" href="{base}player/no-script.css"></noscript>
{tags}</head>
<body>
{body_html(main, tuple(p.edition.language for p in programmes), pictures)}</body>
</html>
"""


def body_html(programme: Programme, languages: tuple[Language, ...], pictures: Pictures) -> str:
    """What stands in the page's body in one language; the player puts it there when the learner changes the language."""
    words = programme.edition.words
    cited: list[str] = []
    bodies = [_home(programme)] if programme.home else []
    for edition, course in zip(programme.editions, programme.courses, strict=True):
        if programme.home:
            cited = []
        for screen in course.screens:
            bodies.append(_screen(Page(edition, screen.id, pictures=pictures, cited=cited), course, screen, bool(bodies)))
    contents = esc(words("package-menu"))
    return f"""<a class="skip" href="#main">{esc(words("package-skip"))}</a>
<header class="top">
<p class="course">{inline(Page(programme.edition), programme.title)}</p>
<p class="where" id="where"></p>
<progress id="progress" max="1" value="0" aria-labelledby="where"></progress>
{_picker(programme.edition, languages)}\
<button type="button" id="menu-button" aria-expanded="false" aria-controls="menu">{contents}</button>
<button type="button" id="leave">{esc(words("package-leave"))}</button>
</header>
<div id="notice" role="status" aria-live="polite"></div>
<noscript><p class="notice">{esc(words("package-no-script"))}</p></noscript>
<div class="middle">
<nav id="menu" aria-label="{contents}"><div class="stay"><ol>{_menu(programme)}</ol>
<p class="extra"><button type="button" class="link" data-go="about">{esc(words("package-about"))}</button></p></div></nav>
<main id="main" tabindex="-1">
{"".join(bodies)}{panels(programme)}</main>
</div>
<footer class="bottom" id="steps">
<button type="button" id="back">{esc(words("package-back"))}</button>
<button type="button" id="next" class="main">{esc(words("package-next"))}</button>
</footer>
"""


def _picker(edition: Edition, languages: tuple[Language, ...]) -> str:
    """The choice of a language, where there is one; each by its own name."""
    if len(languages) < 2:
        return ""
    options = "".join(
        f'<option value="{language.code}" lang="{attr(language.tag)}" dir="{language.direction}"'
        f"{' selected' if language.code == edition.language.code else ''}>{esc(language.name)}</option>"
        for language in languages
    )
    return f'<select id="language" aria-label="{attr(edition.words("package-language"))}">{options}</select>\n'


def _menu(programme: Programme) -> str:
    parts = [
        "".join(_entry(edition, screen) for screen in course.screens)
        for edition, course in zip(programme.editions, programme.courses, strict=True)
    ]
    if not programme.home:
        return parts[0]
    home = esc(programme.edition.words("package-home"))
    first = f'<li><button type="button" data-go="home">{home} <span class="mark"></span></button></li>'
    return first + "".join(
        f'<li class="part" data-part="{course.key}"><button type="button" data-go="{course.screens[0].id}"'
        f'{lang_of(Page(edition), course.title)}>{esc(plain(course.title))} <span class="mark"></span></button>'
        f"<ol hidden>{entries}</ol></li>"
        for edition, course, entries in zip(programme.editions, programme.courses, parts, strict=True)
    )


def _entry(edition: Edition, screen: Screen) -> str:
    """One line of the menu."""
    return (
        f'<li class="{screen.kind}"><button type="button" data-go="{screen.id}"{lang_of(Page(edition), screen.title)}>'
        f'{esc(plain(screen_title(screen, edition)))} <span class="mark"></span></button></li>'
    )


def _home(programme: Programme) -> str:
    """The first screen where there are several sections; the player fills in how far the learner is in each."""
    page, words = Page(programme.edition, "home"), programme.edition.words
    title = element(page, "h1", programme.title, ' id="home-title" tabindex="-1"')
    return (
        '<section class="screen home" id="screen-home" data-screen="home" aria-labelledby="home-title">'
        f"{title}"
        f'<p class="lead">{esc(words("package-sections", n=len(programme.courses)))}</p>'
        '<div id="overview" aria-live="polite"></div></section>\n'
    )


def _screen(page: Page, course: Course, screen: Screen, hidden: bool) -> str:
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
            body += '<div class="result" aria-live="polite"></div>'
        case "close":
            body = f'<div class="closing" role="status" aria-live="polite"></div>{body}{_references(page)}'
    if "data-field=" in body:
        body = f'<p class="hint">{esc(words("package-stays-here"))}</p>{body}'
    return (
        f'<section class="screen {screen.kind}" id="screen-{screen.id}" data-screen="{screen.id}" aria-labelledby="{name}"'
        f"{' hidden' if hidden else ''}>{kicker}{title}{body}{endnotes(page)}</section>\n"
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


def theme_css(edition: Edition, *others: Language) -> str:
    """Colours and fonts of the theme as custom properties, and the shape classes of drawings. Each of the `others`
    takes its own fonts and digits where the page is in it."""
    theme = edition.theme
    colours = "".join(f"--{role}:{value};" for role, value in sorted(theme.colours.items()))
    drawing = "".join(
        f".fill-{role}{{fill:{value}}}.stroke-{role}{{stroke:{value}}}.ink-{role}{{color:{value}}}\n"
        for role, value in sorted(theme.colours.items())
    )
    spoken = "".join(_spoken_css(edition, language, f":root:lang({language.tag})") for language in others)
    return f":root{{{colours}}}\n{_spoken_css(edition, edition.language, ':root')}{spoken}{drawing}"


def _spoken_css(edition: Edition, language: Language, root: str) -> str:
    fonts, rest = edition.theme.font(language.script), _FALLBACKS.get(language.script, _FALLBACKS["Latn"])
    counter = _COUNTERS.get(language.digits, "decimal")
    return (
        f'{root}{{--heading:"{fonts.heading}",{rest};--body:"{fonts.body}",{rest};--counter:{counter}}}\n'
        f"{root} ol{{list-style-type:{counter}}}\n"
    )
