"""The mail that asks, some months later, what has been used: one text a language, sent with the form's address."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts.shape import Artefact, File, Kit, Output


def make(kit: Kit, code: str) -> Iterator[Output]:
    words, event, source = kit.words(code), kit.workshop.event, kit.workshop.languages.source
    title = kit.edition(code).section.front.title.plain
    months = kit.workshop.assessment.level3_months
    when = words.date_range(event.dates[0], event.dates[-1]) if event.dates else ""
    signed = [event.organiser.text(code, source).plain, event.contact]
    lines = [
        words("measure.mail.subject", title=title),
        "",
        words("measure.mail.hello"),
        "",
        words("measure.mail.ask", months=months, when=when, title=title),
        "",
        words("measure.mail.link"),
        "",
        words("measure.mail.thanks"),
        *(part for part in signed if part),
    ]
    yield File(f"trainers/{code}/followup-mail-{code}.txt", ("\n".join(lines) + "\n").encode(), code)


ARTEFACT = Artefact(
    "followup-mail",
    "Mail of the follow-up survey",
    "trainers",
    "facilitator",
    make,
    wanted=lambda workshop: bool(workshop.assessment.level3_months),
)
