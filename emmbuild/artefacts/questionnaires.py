"""The forms of a workshop in one language: needs survey, tests, evaluations, follow-up. On paper and on telephones they
are the same; `emmbuild results` reads them back by the names given here."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts import asking
from emmbuild.artefacts.asking import word
from emmbuild.artefacts.shape import Kit
from emmbuild.artefacts.sheets import language_names
from emmbuild.core.text import EMPTY, Text, words_of
from emmbuild.plan.survey.model import Ask, Choice, Part, Survey, field_name
from emmbuild.workshop.model import Day

OVERALL = (
    "needs_match",
    "perform_better",
    "methods",
    "time",
    "facilitators",
    "materials",
    "own_language",
    "venue",
    "recommend",
)
MANUAL = ("manual_substance", "manual_form", "manual_framework")
DAY = ("day_best", "day_unclear", "day_change")
FORMS = ("A", "B")
HINDRANCES = ("time", "support", "means", "rules", "post", "nothing")
ACCESS = ("step_free", "large_print", "hearing", "diet", "nothing")


def every(kit: Kit, code: str) -> Iterator[Survey]:
    """All forms that the workshop has."""
    yield needs(kit, code)
    if kit.workshop.assessment.test_items:
        yield from (test(kit, form, code) for form in FORMS)
    yield from (daily(kit, day, code) for day in daily_days(kit))
    if has_final(kit):
        yield final(kit, code)
    if kit.workshop.assessment.level3_months:
        yield followup(kit, code)


def daily_days(kit: Kit) -> tuple[Day, ...]:
    """The days that end with an evaluation of the day."""
    return tuple(day for day in kit.workshop.days if any(one.use == "evaluation/daily" for one in day.sessions))


def has_final(kit: Kit) -> bool:
    used = any(session.use == "evaluation/final" for session in kit.workshop.sessions)
    return used or "final" in kit.workshop.assessment.level1


def test(kit: Kit, form: str, code: str) -> Survey:
    """Form A or B of the test."""
    words = kit.words(code)
    title = f"{words('measure.test')} · {words('measure.form', form=form)}"
    session = asking.test_session(kit, "assessment/pre")
    minutes = words.minutes(session.minutes if session else 20)
    asks = tuple(ask for item in kit.items(form, code) for ask in asking.item_asks(item))
    parts = [asking.code_part(kit, code), Part("items", word(kit, code, "test"), asks)]
    if kit.workshop.assessment.match_by == "self-made-code":
        parts.insert(1, asking.about_part(kit, code))
    return Survey(f"test-{form.lower()}", words_of(title), tuple(parts), word(kit, code, "test.lead", minutes=minutes))


def daily(kit: Kit, day: Day, code: str) -> Survey:
    words = kit.words(code)
    title = f"{words('kind.daily')} · {words('workshop.day', number=day.number)}"
    steps = asking.scale(kit, code, "agree")
    held = tuple(
        Ask(field_name("session", session.id), "scale", kit.called(session, code), steps)
        for session in day.sessions
        if session.learning and session.kind != "test"
    )
    pace = Ask("pace", "one", word(kit, code, "pace"), asking.choices(kit, code, "pace", ("slow", "right", "fast")))
    parts = (
        Part("sessions", word(kit, code, "part.sessions"), held),
        Part("today", word(kit, code, "part.today"), (*asking.statements(kit, code, ("day_clear", "day_took_part")), pace)),
        Part("open", word(kit, code, "part.open"), asking.open_asks(kit, code, DAY, 5), new_page=True),
    )
    return Survey(f"daily-{day.number}", words_of(title), parts)


def final(kit: Kit, code: str) -> Survey:
    source = kit.workshop.languages.source
    steps = asking.scale(kit, code, "agree")
    aims = tuple(
        Ask(f"purpose_{place}", "scale", aim.text(code, source), steps)
        for place, aim in enumerate(kit.workshop.purposes, 1)
    )
    asked = ("liked", "improve", "manual_changes", "integrate", "tools")
    agree = word(kit, code, "part.overall.lead")
    reached = word(kit, code, "part.purposes.lead")
    parts = [
        asking.about_part(kit, code),
        Part("overall", word(kit, code, "part.overall"), asking.statements(kit, code, OVERALL), agree),
        *([Part("purposes", word(kit, code, "part.purposes"), aims, reached)] if aims else []),
        Part("before", word(kit, code, "part.before"), asking.sureness(kit, code, "before")),
        Part("after", word(kit, code, "part.after"), asking.sureness(kit, code, "after")),
        Part("manual", word(kit, code, "part.manual"), asking.statements(kit, code, MANUAL), agree),
        Part("open", word(kit, code, "part.open"), asking.open_asks(kit, code, asked, 2)),
    ]
    return Survey("final", kit.words(code).text("kind.final"), tuple(parts))


def followup(kit: Kit, code: str) -> Survey:
    """What has been used of the workshop some months later (level 3)."""
    months = kit.workshop.assessment.level3_months
    often = asking.scale(kit, code, "often", 4)
    used = tuple(
        Ask(field_name("used", chosen.section), "scale", kit.title(chosen.section, code), often)
        for chosen in kit.workshop.content.sections
    )
    hindered = asking.choices(kit, code, "hindered", HINDRANCES)
    parts = (
        Part("applied", word(kit, code, "part.applied"), used, word(kit, code, "part.applied.lead")),
        Part(
            "since",
            word(kit, code, "part.open"),
            (
                *asking.open_asks(kit, code, ("did",)),
                Ask("hindered", "many", word(kit, code, "ask.hindered"), hindered),
                Ask("trained", "whole", word(kit, code, "ask.trained")),
                *asking.open_asks(kit, code, ("support",)),
            ),
        ),
        asking.about_part(kit, code),
    )
    lead = word(kit, code, "followup.lead", title=title(kit, code).plain)
    return Survey("followup", word(kit, code, "followup", months=months), parts, lead)


def needs(kit: Kit, code: str) -> Survey:
    """Before the workshop: who comes, what they can do already, what they need."""
    spoken = [name for name in kit.workshop.languages.working if name in kit.languages]
    follow = tuple(Choice(name, words_of(language_names(kit, (name,), code))) for name in spoken)
    access = asking.choices(kit, code, "access", ACCESS)
    parts = (
        Part(
            "post",
            word(kit, code, "about"),
            (
                Ask("role", "long", word(kit, code, "ask.role"), lines=2),
                Ask("agency", "short", word(kit, code, "agency")),
                Ask("years", "whole", word(kit, code, "ask.years")),
                Ask("follow", "many", word(kit, code, "ask.follow"), follow),
            ),
        ),
        Part("sure", word(kit, code, "part.today.sure"), asking.sureness(kit, code, "today")),
        Part("open", word(kit, code, "part.open"), asking.open_asks(kit, code, ("expect", "problem"))),
        Part(
            "access",
            EMPTY,
            (
                Ask("access", "many", word(kit, code, "ask.access"), access),
                *asking.open_asks(kit, code, ("else",), 2),
            ),
        ),
    )
    return Survey("needs", word(kit, code, "needs"), parts, word(kit, code, "needs.lead"))


def title(kit: Kit, code: str) -> Text:
    return kit.edition(code).section.front.title
