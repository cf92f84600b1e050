"""Figures of the results in words and cells, the same in the report, the tables and the news."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts.after import naming
from emmbuild.artefacts.shape import Kit
from emmbuild.artefacts.sheets import code_text, day_title
from emmbuild.core.edition import Words
from emmbuild.core.text import Text, words_of
from emmbuild.workshop.results.opinions import Opinion
from emmbuild.workshop.results.scoring import ENOUGH, Gain
from emmbuild.workshop.results.summary import Summary

LOW, TELLS = 70.0, 0.1  # per cent right or agreeing below which something is to be done; the least discrimination
NOTHING = "–"


def percent(words: Words, value: float | None) -> str:
    return NOTHING if value is None else words.percent(value)


def points(words: Words, value: float | None) -> str:
    """ "+23": percentage points."""
    if value is None:
        return NOTHING
    sign = "+" if round(value) > 0 else "−" if round(value) < 0 else ""
    return f"{sign}{words.decimal(abs(value))}"


def share(words: Words, value: float | None, n: int) -> Text:
    """ "63% (n = 41)"."""
    return words_of(NOTHING if value is None else f"{words.percent(value)} ({words('report.n')} = {words.number(n)})")


def gain(kit: Kit, code: str, one: Gain) -> str:
    words = kit.words(code)
    facts: dict[str, object] = {
        "before": percent(words, one.before),
        "before_n": one.before_n,
        "after": percent(words, one.after),
        "after_n": one.after_n,
    }
    if not one.matched:
        return words("report.learned.plain", **facts)
    return words("report.learned.gain", matched=one.matched, gained=points(words, one.gained), **facts)


def gain_cells(words: Words, one: Gain) -> tuple[Text, ...]:
    return (
        share(words, one.before, one.before_n),
        share(words, one.after, one.after_n),
        words_of(points(words, one.gained)),
        words_of(words.number(one.matched)),
    )


def item_rows(words: Words, found: Summary) -> list[tuple[Text, ...]]:
    return [
        (
            code_text(facts.item.id),
            code_text(words("paper.list_comma").join(facts.item.objectives)),
            words_of(words.number(facts.answered)),
            words_of(words.percent(facts.difficulty)),
            words_of(NOTHING if facts.discrimination is None else words.decimal(facts.discrimination, 2)),
        )
        for facts in found.items
    ]


def opinion_row(words: Words, label: Text, one: Opinion) -> tuple[Text, ...]:
    return (
        label,
        words_of(percent(words, one.agree)),
        words_of(NOTHING if one.mean is None else words.decimal(one.mean, 1)),
        words_of(words.number(one.n)),
    )


def timing_rows(kit: Kit, code: str, found: Summary) -> list[tuple[Text, ...]]:
    words = kit.words(code)
    return [
        (
            kit.called(one.session, code),
            words_of(words.minutes(one.session.minutes)),
            words_of(words.minutes(round(one.real))),
            words_of(words.minutes(one.proposed) if one.proposed != one.session.minutes else NOTHING),
        )
        for one in found.timings
    ]


def unit(kit: Kit, code: str, name: str) -> Text:
    """ "day2_pm" → "Day 2 · 14 April · pm"."""
    number, _, half = name.removeprefix("day").partition("_")
    day = next(day for day in kit.workshop.days if str(day.number) == number)
    said = day_title(kit, day, code).plain
    if half:
        said += f" · {kit.words(code)(f'report.half.{half}')}"
    return words_of(said)


def recommendations(kit: Kit, code: str, found: Summary) -> Iterator[str]:
    """What the figures ask for: objectives not reached, items that do not tell, statements denied, times off."""
    words = kit.words(code)
    for one in found.gains:
        if one.name and one.after is not None and one.after < LOW:
            share = words.percent(one.after)
            yield words("report.recommend.objective", objective=naming.objective(kit, code, one.name).plain, share=share)
    for facts in found.items:
        if facts.answered >= ENOUGH and facts.discrimination is not None and facts.discrimination < TELLS:
            yield words("report.recommend.item", item=facts.item.id)
    labels = naming.questions(kit, code).get("final", {})
    for opinion in found.opinions.get("final", ()):
        about = opinion.name in labels and not opinion.name.startswith(("before_", "after_"))
        if about and opinion.agree is not None and opinion.agree < LOW:
            statement, share = labels[opinion.name].plain.rstrip("."), words.percent(opinion.agree)
            yield words("report.recommend.statement", statement=statement, share=share, n=opinion.n)
    for timing in found.timings:
        if timing.proposed != timing.session.minutes:
            yield words(
                "report.recommend.time",
                session=kit.called(timing.session, code).plain,
                minutes=words.minutes(timing.proposed),
                real=words.minutes(round(timing.real)),
            )
