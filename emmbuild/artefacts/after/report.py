"""The course report: who came, what was done and learned, what people thought, how long things took, what to change."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts.after import naming, telling
from emmbuild.artefacts.shape import Kit, Paper
from emmbuild.artefacts.sheets import code_text, grid, head, lead, sheet
from emmbuild.core.nodes import Figure
from emmbuild.core.text import EMPTY, Text, words_of
from emmbuild.plan.bars import Bars, chart
from emmbuild.plan.document.model import Entry, Illustration, Lines, Listing, Para, Piece
from emmbuild.workshop.awards import hours
from emmbuild.workshop.completing import all_objectives
from emmbuild.workshop.results.summary import COUNTED, Summary

TARGET = "trainers/results"


def report(kit: Kit, code: str, found: Summary) -> Paper:
    title = kit.words(code).text("report.title")
    pieces = [*_opening(kit, code), *_who(kit, code, found), *_done(kit, code), *_learned(kit, code, found)]
    pieces += [*_sure(kit, code, found), *_thought(kit, code, found), *_timings(kit, code, found)]
    pieces += [*_recommended(kit, code, found), *_annexes(kit, code, found)]
    return sheet(kit, code, f"{TARGET}/{code}/course-report-{code}", title, pieces, audience="facilitator")


def _head(kit: Kit, code: str, key: str, level: int = 2) -> Piece:
    return head(kit.words(code).text(f"report.{key}"), level, f"r_{key.replace('.', '_')}")


def _header(kit: Kit, code: str, *keys: str) -> tuple[Text, ...]:
    return tuple(kit.words(code).text(f"report.{key}") for key in keys)


def _opening(kit: Kit, code: str) -> Iterator[Piece]:
    event, words, source = kit.workshop.event, kit.words(code), kit.workshop.languages.source
    yield head(kit.edition(code).section.front.title, bookmark="report")
    when = words.date_range(event.dates[0], event.dates[-1]) if event.dates else ""
    place = [said.text(code, source).plain for said in (event.venue, event.city) if said]
    yield lead(words_of(" · ".join(part for part in (words("paper.list_comma").join(place), when) if part)))
    if event.organiser:
        yield Para(event.organiser.text(code, source))


def _who(kit: Kit, code: str, found: Summary) -> Iterator[Piece]:
    words = kit.words(code)
    yield _head(kit, code, "who")
    sexes = found.people.get("gender", {})
    said = words("report.who.count", count=found.count)
    if sexes:
        said += f" ({words('report.who.sex', women=sexes.get('f', 0), men=sexes.get('m', 0))})"
    yield Para(words_of(said))
    for name in COUNTED[1:]:
        rows = [
            (words_of(naming.value(kit, code, name, value)), words_of(words.number(count)))
            for value, count in found.people.get(name, {}).items()
        ]
        if rows:
            yield grid(_header(kit, code, name, "number"), rows, (5, 1.2))
    if found.present:
        rows = [(telling.unit(kit, code, unit), words_of(words.number(count))) for unit, count in found.present.items()]
        yield grid(_header(kit, code, "unit", "present"), rows, (5, 1.2))
    if found.earned is not None:
        share = words.percent(kit.workshop.attendance.certificate_from)
        yield Para(words.text("report.certificates", count=len(found.earned), share=share))


def _done(kit: Kit, code: str) -> Iterator[Piece]:
    words, workshop = kit.words(code), kit.workshop
    yield _head(kit, code, "done")
    learning = sum(session.minutes for session in workshop.sessions if session.learning)
    shown = sum(session.minutes for session in workshop.sessions if session.kind in ("input", "panel"))
    share = words.percent(100 * shown / learning if learning else 0)
    yield Para(words.text("report.done.time", hours=words.decimal(hours(workshop), 1), share=share))
    rows = []
    for chosen in workshop.content.sections:
        mine = [name for name in all_objectives(workshop, kit.scene.shelf) if name.rsplit(".", 1)[0] == chosen.section]
        title = kit.title(chosen.section, code)
        objectives = words_of(" ".join(kit.objective(name, code).plain for name in mine))
        rows.append((words_of(f"{chosen.section} {title.plain}", title.lang), objectives))
    if rows:
        yield grid(_header(kit, code, "section", "objectives"), rows, (2, 5))


def _learned(kit: Kit, code: str, found: Summary) -> Iterator[Piece]:
    words = kit.words(code)
    yield _head(kit, code, "learned")
    if not found.gains:
        yield Para(words.text("report.nothing"))
        return
    yield Para(words_of(telling.gain(kit, code, found.gains[0])))
    passed, n = found.pass_share
    if n:
        mark = words.percent(kit.workshop.assessment.passing)
        yield Para(words.text("report.learned.passed", mark=mark, passed=passed, n=n))
    bars = [Bars(code_text(gain.name), (gain.before, gain.after)) for gain in found.gains if gain.name]
    if bars:
        drawing = chart(bars, _header(kit, code, "before", "after"), words)
        caption = words.text("report.chart.gains")
        yield Para(caption, "label", keep=True)
        yield Illustration(Figure(caption, drawing=drawing))
    rows = [(naming.objective(kit, code, gain.name), *telling.gain_cells(words, gain)) for gain in found.gains]
    yield grid(_header(kit, code, "objective", "before", "after", "gained", "matched"), rows, (4.6, 1.6, 1.6, 1.3, 1.5))
    yield from _groups(kit, code, found)
    yield _head(kit, code, "items", 3)
    header = _header(kit, code, "item", "objective", "n", "difficulty", "discrimination")
    yield grid(header, telling.item_rows(words, found), (2, 2, 1, 1.6, 1.8))


def _groups(kit: Kit, code: str, found: Summary) -> Iterator[Piece]:
    if not any(found.groups.values()):
        return
    yield _head(kit, code, "groups", 3)
    for name, gains in found.groups.items():
        rows = [
            (words_of(naming.value(kit, code, name, gain.name)), *telling.gain_cells(kit.words(code), gain))
            for gain in gains
        ]
        yield grid(_header(kit, code, name, "before", "after", "gained", "matched"), rows, (4.6, 1.6, 1.6, 1.3, 1.5))
    yield Para(kit.words(code).text("report.groups.note"), "source")


def _sure(kit: Kit, code: str, found: Summary) -> Iterator[Piece]:
    if not found.sure:
        return
    words = kit.words(code)
    yield _head(kit, code, "sure")
    yield Para(words.text("report.sure.note"), keep=True)
    known = naming.by_field(tuple(all_objectives(kit.workshop, kit.scene.shelf)))
    rows = [
        (
            naming.objective(kit, code, known.get(one.name, one.name)),
            telling.share(words, one.before, one.before_n),
            telling.share(words, one.after, one.after_n),
        )
        for one in found.sure
    ]
    yield grid(_header(kit, code, "objective", "before", "after"), rows, (5, 2, 2))


def _thought(kit: Kit, code: str, found: Summary) -> Iterator[Piece]:
    words, asked = kit.words(code), naming.questions(kit, code)
    yield _head(kit, code, "thought")
    final = [one for one in found.opinions.get("final", ()) if one.agree is not None and "_O" not in one.name]
    if not final:
        yield Para(words.text("report.nothing"))
        return
    yield Para(words.text("report.thought.n", n=found.surveys.get("final", 0)))
    labels = asked["final"]
    about = [one for one in final if not one.name.startswith("manual_")]
    caption = words.text("report.chart.opinions")
    yield Para(caption, "label", keep=True)
    bars = [Bars(labels[one.name], (one.agree,)) for one in about if one.name in labels]
    yield Illustration(Figure(caption, drawing=chart(bars, (caption,), words)))
    header = _header(kit, code, "statement", "agree", "mean", "n")
    yield grid(header, [telling.opinion_row(words, labels[one.name], one) for one in about], (5, 1.3, 1.6, 1))
    said = found.words.get("final", {})
    yield from _open(kit, code, "words", _some(said, "liked", "improve"))
    manual = [one for one in final if one.name.startswith("manual_")]
    more = _some(said, "manual_changes", "integrate", "tools")
    if manual or more:
        yield _head(kit, code, "manual")
    if manual:
        yield grid(header, [telling.opinion_row(words, labels[one.name], one) for one in manual], (5, 1.3, 1.6, 1))
    yield from _open(kit, code, "", more)


def _some(said: dict[str, tuple[str, ...]], *names: str) -> dict[str, tuple[str, ...]]:
    return {name: said[name] for name in names if name in said}


def _open(kit: Kit, code: str, key: str, said: dict[str, tuple[str, ...]]) -> Iterator[Piece]:
    """What people wrote, as they wrote it."""
    if said and key:
        yield _head(kit, code, key)
    labels = naming.questions(kit, code)["final"]
    for name, answers in said.items():
        yield Para(labels[name], "label", keep=True)
        yield Listing(tuple(Entry(words_of(answer)) for answer in answers))


def _timings(kit: Kit, code: str, found: Summary) -> Iterator[Piece]:
    if not found.timings:
        return
    yield _head(kit, code, "timings")
    rows = telling.timing_rows(kit, code, found)
    yield grid(_header(kit, code, "session", "planned", "real", "proposed"), rows, (5, 1.4, 1.4, 1.6))


def _recommended(kit: Kit, code: str, found: Summary) -> Iterator[Piece]:
    words = kit.words(code)
    yield _head(kit, code, "recommend")
    said = tuple(telling.recommendations(kit, code, found)) or (words("report.recommend.none"),)
    yield Listing(tuple(Entry(words_of(one)) for one in said))
    yield Lines(4, words.text("report.recommend.team"))


def _annexes(kit: Kit, code: str, found: Summary) -> Iterator[Piece]:
    words, event, source = kit.words(code), kit.workshop.event, kit.workshop.languages.source
    yield _head(kit, code, "annexes")
    names = ["agenda", "results", *(["register"] if found.earned else [])]
    yield Listing(tuple(Entry(words.text(f"report.annex.{name}")) for name in names), ordered=True)
    if event.donor:
        yield Para(words.text("report.funded", donor=event.donor.text(code, source).plain), "source")
    disclaimer = event.disclaimer.text(code, source)
    yield Para(disclaimer or EMPTY, "source")
