"""From the inline tree to runs: what is said on a slide, and its first sentence.

Citations and footnote marks do not go on slides; in the notes a citation is "(Author, year)".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from emmbuild.core.citing import citation, reference
from emmbuild.core.edition import Edition, Language, Words
from emmbuild.core.nodes import Library
from emmbuild.core.text import Break, Cite, Code, Emph, FootnoteRef, Inline, Link, Plain, Strong, Text
from emmbuild.plan.deck.model import Para, Run, Stage

DROP, SHORT, FULL = "drop", "short", "full"
_GONE = "\0"  # where a mark was left out
_END = re.compile(r"[.!?؟۔…。](?:[\"'”’»)\]]*)(?=\s|$)")
# What a full stop may follow without ending a sentence: "e.g.", "No.", "Art.", and the like in the languages we write.
_SHORTENED = re.compile(
    r"(?:^|\s|\()(?:\w|\w\.\w|[Nn]os?|[Aa]rts?|vs|etc|cf|[Vv]ol|pp|St|Dr|Mrs?|nr|br|str|tzv|npr|núm|Sra?)$"
)


@dataclass(frozen=True, slots=True)
class Context:
    """What every planner needs: the edition, and the stage its slides must fit on."""

    edition: Edition
    stage: Stage

    @property
    def words(self) -> Words:
        return self.edition.words

    def para(self, text: Text, mark: str = "style", level: int = 0, role: str = "body", cites: str = DROP) -> Para:
        inlines = text.inlines
        if len(inlines) == 1 and type(inlines[0]) is Plain:
            runs: tuple[Run, ...] = (Run(inlines[0].text),) if inlines[0].text else ()
        else:
            runs = tuple(_tidy(_runs(inlines, self.edition, cites)))
        return Para(runs, self.edition.language_of(text), mark, level, role)

    def said(self, words: str, mark: str = "style", level: int = 0, role: str = "body", bold: bool = False) -> Para:
        """A paragraph of the tool's own words."""
        return Para((Run(words, bold=bold),), self.edition.language, mark, level, role)

    def joined(self, *parts: Para | str) -> Para:
        """Paragraphs and strings in one line; its language is that of the first paragraph."""
        language: Language | None = None
        runs: list[Run] = []
        for part in parts:
            if isinstance(part, str):
                runs.append(Run(part))
            elif part.runs:
                runs += part.runs
                language = language or part.language
        return Para(tuple(runs), language or self.edition.language)


def _runs(inlines: Iterable[Inline], edition: Edition, cites: str, like: Run = Run("")) -> Iterator[Run]:
    for inline in inlines:
        match inline:
            case Plain(text):
                yield Run(text, like.bold, like.italic, like.mono, like.href)
            case Code(text):
                yield replace(like, text=text, mono=True)
            case Break():
                yield replace(like, text="\n")
            case Strong(children):
                yield from _runs(children, edition, cites, replace(like, bold=True))
            case Emph(children):
                yield from _runs(children, edition, cites, replace(like, italic=True))
            case Link(href, children):
                yield from _runs(children, edition, cites, replace(like, href=href))
            case Cite():
                yield from _cited(edition.library, inline, cites, like)
            case FootnoteRef(label):
                yield from _explained(label, edition, cites, like)


def _explained(label: str, edition: Edition, cites: str, like: Run) -> Iterator[Run]:
    """A footnote: in the notes its words in brackets, on a slide nothing."""
    note = next((note.text for note in edition.section.footnotes if note.label == label), None)
    if cites == DROP or note is None:
        yield replace(like, text=_GONE)
        return
    yield replace(like, text=" (")
    yield from _runs(note.inlines, edition, cites, like)
    yield replace(like, text=")")


def _cited(library: Library, cite: Cite, cites: str, like: Run) -> Iterator[Run]:
    if cites == DROP:
        yield Run(_GONE)
        return
    work = library.works.get(cite.key)
    if cites == SHORT or work is None:
        found = citation(library, cite.key, cite.place)
        yield Run(found.words, like.bold, like.italic, like.mono, like.href, found.ltr)
        return
    named = reference(work, cite.place)
    like = replace(like, ltr=named.ltr)
    yield replace(like, text=named.before)
    yield replace(like, text=named.title, italic=True)
    yield replace(like, text=named.after)


def _tidy(runs: Iterable[Run]) -> Iterator[Run]:
    """Closes the gap that a dropped mark leaves ("text \\0." becomes "text.") and joins equal runs."""
    held: Run | None = None
    dropped = False
    for run in runs:
        if run.text == _GONE:
            dropped = True
            if held:
                held = replace(held, text=held.text.rstrip())
            continue
        if dropped and (held is None or not held.text):
            run = replace(run, text=run.text.lstrip())
        dropped = False
        if held and _alike(run, held):
            held = replace(held, text=held.text + run.text)
            continue
        if held and held.text:
            yield held
        held = run
    if held and held.text:
        yield held


def _alike(a: Run, b: Run) -> bool:
    return a.bold == b.bold and a.italic == b.italic and a.mono == b.mono and a.href == b.href and a.ltr == b.ltr


def headline(para: Para) -> Para:
    """The first sentence."""
    return cut(para, sentence_end(para.plain))


def sentence_end(text: str) -> int:
    """Where the first sentence ends, as a place in `text`."""
    for match in _END.finditer(text):
        before, after = text[: match.start()], text[match.end() :].lstrip()
        if after[:1].islower() or match.group()[0] == "." and _SHORTENED.search(before):
            continue
        return match.end()
    return len(text)


def cut(para: Para, end: int) -> Para:
    kept: list[Run] = []
    for run in para.runs:
        if end <= 0:
            break
        kept.append(replace(run, text=run.text[:end]))
        end -= len(run.text)
    return replace(para, runs=tuple(kept))


def as_title(para: Para) -> Para:
    """Without the full stop of a sentence, and with a capital letter where the script has them."""
    runs = list(para.runs)
    if runs and runs[-1].text.endswith((".", "۔", "。")) and para.plain.count(".") < 2:
        runs[-1] = replace(runs[-1], text=runs[-1].text[:-1])
    if runs and runs[0].text[:1].islower():
        runs[0] = replace(runs[0], text=runs[0].text[0].upper() + runs[0].text[1:])
    return replace(para, runs=tuple(runs))


def bold(para: Para) -> Para:
    runs = tuple([Run(run.text, True, run.italic, run.mono, run.href, run.ltr) for run in para.runs])
    return Para(runs, para.language, para.mark, para.level, para.role, para.start)


def labelled(label: str, para: Para) -> Para:
    """`para` with a word in bold before it."""
    return replace(para, runs=(Run(f"{label} ", bold=True), *para.runs))
