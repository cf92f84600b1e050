"""Inline Markdown → `Inline` parts. Used for authors' text and for translators' text alike.

Raw HTML is text; a link to anything but a web address, mail or a place in the course is text too.
"""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from emmbuild.core.text import Break, Cite, Code, Emph, FootnoteRef, Inline, Link, Plain, Strong

_CITE = re.compile(r"\[@([A-Za-z0-9][\w.:-]*)(?:,\s*([^\[\]]{1,80}))?\]")
_NOTE = re.compile(r"\[\^([A-Za-z0-9][\w-]*)\]")
_SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s]+|#[\w.-]+", re.IGNORECASE)


def _reference(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[":
        return False
    for name, pattern in (("cite", _CITE), ("footnote", _NOTE)):
        match = pattern.match(state.src, state.pos)
        if match and match.end() <= state.posMax:
            if not silent:
                token = state.push(name, "", 0)
                token.meta = {"key": match[1], "place": (match[2] or "").strip() if name == "cite" else ""}
            state.pos = match.end()
            return True
    return False


def add_references(markdown: MarkdownIt) -> None:
    """The rule for `[@key, place]` and `[^note]`."""
    markdown.inline.ruler.before("link", "emm_reference", _reference)


@cache
def _parser() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).disable(["html_inline", "image", "autolink"])
    add_references(markdown)
    return markdown


def inlines(source: str) -> tuple[Inline, ...]:
    """The parts of one unit of text."""
    if not source:
        return ()
    if source.isalnum():
        return (Plain(source),)
    return from_tokens(_parser().parseInline(source)[0].children or [])


def from_tokens(tokens: list[Token]) -> tuple[Inline, ...]:
    """markdown-it's flat inline tokens as a tree."""
    return _gather(iter(tokens), "")


def _gather(tokens, closing: str) -> tuple[Inline, ...]:  # type: ignore[no-untyped-def]
    parts: list[Inline] = []
    for token in tokens:
        match token.type:
            case "text" | "html_inline":
                if token.content:
                    _add_plain(parts, token.content)
            case "code_inline":
                parts.append(Code(token.content))
            case "softbreak":
                _add_plain(parts, " ")
            case "hardbreak":
                parts.append(Break())
            case "cite":
                parts.append(Cite(token.meta["key"], token.meta["place"]))
            case "footnote":
                parts.append(FootnoteRef(token.meta["key"]))
            case "strong_open":
                parts.append(Strong(_gather(tokens, "strong_close")))
            case "em_open":
                parts.append(Emph(_gather(tokens, "em_close")))
            case "link_open":
                parts.extend(_link(str(token.attrs.get("href", "")), _gather(tokens, "link_close")))
            case kind if kind == closing:
                break
            case _:
                if token.content:
                    _add_plain(parts, token.content)
    return tuple(parts)


def _link(href: str, children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return (Link(href, children),) if _SAFE_LINK.fullmatch(href) else children


def _add_plain(parts: list[Inline], text: str) -> None:
    if parts and isinstance(parts[-1], Plain):
        text = parts.pop().text + text  # type: ignore[union-attr]
    parts.append(Plain(text))
