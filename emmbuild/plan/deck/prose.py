"""From the inline tree to runs: what is said on a slide, and its first sentence.

Citations and footnote marks do not go on slides; in the notes a citation is "(Author, year)".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from emmbuild.core.citing import citation, reference
from emmbuild.core.edition import Edition, Language, Words
from emmbuild.core.nodes import Heading, Library
from emmbuild.core.text import Break, Cite, Code, Emph, FootnoteRef, Inline, Link, Plain, Strong, Text
from emmbuild.plan.deck.model import Para, Run, Stage, Strip

DROP, SHORT, FULL = "drop", "short", "full"
_BARE = Run("")
_DROPPED = Run("\0")  # stands where a mark was left out
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
            found: list[Run] = []
            _add(found, inlines, self.edition, cites)
            runs = _tidy(found)
        language = self.edition.language_of(text) if text.lang else self.edition.language
        return Para(runs, language, mark, level, role)

    def said(self, words: str, mark: str = "style", level: int = 0, role: str = "body", bold: bool = False) -> Para:
        """A paragraph of the tool's own words."""
        return Para((Run(words, bold=bold),), self.edition.language, mark, level, role)

    def strip(self, name: str, number: int) -> Strip | None:
        """Where topic `number` stands among the topics; None where there is but one."""
        count = sum(isinstance(block, Heading) and block.level == 1 for block in self.edition.section.blocks)
        return self.strip_of([self.words.number(place) for place in range(1, count + 1)], number - 1, name)

    def strip_of(self, stops: Sequence[str], now: int, name: str) -> Strip | None:
        """The strip of these stops; None where there is but one."""
        if len(stops) < 2:
            return None
        return Strip(tuple(stops), now, self.words("deck.place", number=now + 1, count=len(stops), name=name))

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


def _add(found: list[Run], inlines: Iterable[Inline], edition: Edition, cites: str, like: Run = _BARE) -> None:
    """Appends the runs of inline parts. Most parts are plain words or words in bold, so these come first."""
    for inline in inlines:
        match inline:
            case Plain(text):
                found.append(Run(text, like.bold, like.italic, like.mono, like.href))
            case Strong(children):
                _add(found, children, edition, cites, like._replace(bold=True))
            case Emph(children):
                _add(found, children, edition, cites, like._replace(italic=True))
            case Cite():
                found += _cited(edition.library, inline, cites, like)
            case Link(href, children):
                _add(found, children, edition, cites, like._replace(href=href))
            case Code(text):
                found.append(like._replace(text=text, mono=True))
            case Break():
                found.append(like._replace(text="\n"))
            case FootnoteRef(label):
                _explain(found, label, edition, cites, like)


def _explain(found: list[Run], label: str, edition: Edition, cites: str, like: Run) -> None:
    """A footnote: in the notes its words in brackets, on a slide nothing."""
    note = next((note.text for note in edition.section.footnotes if note.label == label), None)
    if cites == DROP or note is None:
        found.append(_DROPPED)
        return
    found.append(like._replace(text=" ("))
    _add(found, note.inlines, edition, cites, like)
    found.append(like._replace(text=")"))


def _cited(library: Library, cite: Cite, cites: str, like: Run) -> Iterator[Run]:
    if cites == DROP:
        yield _DROPPED
        return
    work = library.works.get(cite.key)
    if cites == SHORT or work is None:
        shown = citation(library, cite.key, cite.place)
        yield like._replace(text=shown.words, ltr=shown.ltr)
        return
    named = reference(work, cite.place)
    like = like._replace(ltr=named.ltr)
    yield like._replace(text=named.before)
    yield like._replace(text=named.title, italic=True)
    yield like._replace(text=named.after)


def _tidy(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Closes the gap that a dropped mark leaves ("text \\0." becomes "text.") and joins equal runs."""
    kept: list[Run] = []
    dropped = False
    for run in runs:
        if run is _DROPPED:
            dropped = True
            if kept:
                kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip())
            continue
        if dropped and not (kept and kept[-1].text):
            run = run._replace(text=run.text.lstrip())
        dropped = False
        if kept and run[1:] == kept[-1][1:]:
            kept[-1] = kept[-1]._replace(text=kept[-1].text + run.text)
        elif kept and not kept[-1].text:
            kept[-1] = run
        else:
            kept.append(run)
    return tuple(kept if not kept or kept[-1].text else kept[:-1])


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
        kept.append(run if len(run.text) <= end else run._replace(text=run.text[:end]))
        end -= len(run.text)
    return para._replace(runs=tuple(kept))


def sentences(para: Para) -> list[Para]:
    """The paragraph divided at the ends of its sentences; only the first keeps its number or bullet."""
    found = [headline(para)]
    rest = para.runs
    while rest := _after(rest, sum(len(run.text) for run in found[-1].runs)):
        found.append(headline(para._replace(runs=rest, mark="")))
    return found


def _after(runs: Sequence[Run], start: int) -> tuple[Run, ...]:
    """The runs from a place on, without the space at their beginning."""
    kept: list[Run] = []
    for run in runs:
        text = run.text[start:] if kept else run.text[start:].lstrip()
        start = max(0, start - len(run.text))
        if text:
            kept.append(run._replace(text=text))
    return tuple(kept)


def as_title(para: Para) -> Para:
    """Without the full stop of a sentence, and with a capital letter where the script has them."""
    runs = list(para.runs)
    if runs and runs[-1].text.endswith((".", "۔", "。")) and para.plain.count(".") < 2:
        runs[-1] = runs[-1]._replace(text=runs[-1].text[:-1])
    if runs and runs[0].text[:1].islower():
        runs[0] = runs[0]._replace(text=runs[0].text[0].upper() + runs[0].text[1:])
    return para._replace(runs=tuple(runs))


def bold(para: Para) -> Para:
    runs = tuple([Run(run.text, True, run.italic, run.mono, run.href, run.ltr) for run in para.runs])
    return Para(runs, para.language, para.mark, para.level, para.role, para.start)


def labelled(label: str, para: Para) -> Para:
    """`para` with a word in bold before it."""
    return para._replace(runs=(Run(f"{label} ", bold=True), *para.runs))
