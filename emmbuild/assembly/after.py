"""After the event: the files in `results/` → figures → report, tables, news and the certificates that were earned."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from emmbuild.artefacts import asking, certificates, questionnaires
from emmbuild.artefacts.after import news, report, tables
from emmbuild.artefacts.shape import Artefact
from emmbuild.assembly.build import Shop, Wish, written
from emmbuild.assembly.hall import Hall
from emmbuild.assembly.kit import WorkshopKit
from emmbuild.core.diagnostics import Diagnostic, warning
from emmbuild.core.nodes import Option, Question
from emmbuild.pipeline import Artefact as Listed
from emmbuild.plan.survey.model import Ask, field_name
from emmbuild.readers import results as reader
from emmbuild.readers.people_words import plain
from emmbuild.workshop.awards import awards
from emmbuild.workshop.results.attendance import marks
from emmbuild.workshop.results.model import ABOUT, Field, Item, Known, Results
from emmbuild.workshop.results.summary import Summary, summary
from emmbuild.workshop.results.timing import unknown

FOLDER, RUN_LOG = "results", "runlog.csv"
_REPORT = Artefact("results", "Report, tables and news", "trainers", "facilitator")
_EARNED = Artefact("certificates-earned", "Certificates that were earned", "private", "private")


def files(hall: Hall) -> Iterator[tuple[str, bytes]]:
    """What lies in the workshop's `results/`, and the run log beside the recipe."""
    yield from ((f"{hall.folder}/{name}", text.encode()) for name, text in hall.results.items())
    course = hall.desk.shelf.course
    names = [name for name in course.files(f"{hall.folder}/{FOLDER}", "**/*") if name.lower().endswith(reader.ENDINGS)]
    log = f"{hall.folder}/{RUN_LOG}"
    for name in (*names, *([log] if course.exists(log) else [])):
        yield name, course.read_bytes(name)


def results(hall: Hall) -> tuple[Results, Summary, tuple[Diagnostic, ...]]:
    """Everything that came back, and the figures that follow from it."""
    kit = WorkshopKit(hall)
    asked, tests = surveys(kit), items(kit)
    about = [known for known in about_known(kit) if known.name in ABOUT]
    labels = frozenset(plain(kit.words(code)(f"measure.{key}")) for code in _spoken(kit) for key in ("code", "code.number"))
    found, problems = reader.read(files(hall), tests, asked, marks(kit.workshop), about, labels)
    said = list(problems)
    if names := unknown(kit.workshop, found.runs):
        message = f"the run log names sessions that the agenda does not have: {', '.join(names)}"
        said.append(warning("RES105", message, hint="use the ids of the sessions in workshop.yaml"))
    return found, summary(kit.workshop, found, tests, asked, kit.scene.people), tuple(said)


def make(hall: Hall, found: Summary, wish: Wish, out: Path) -> tuple[list[Listed], list[Diagnostic]]:
    """The files that follow from the results, below `out`/<id>."""
    kit, shop = WorkshopKit(hall), Shop()
    workshop = kit.workshop
    source = workshop.languages.source
    given = [
        award for award in awards(workshop, kit.scene.people, found.passed) if award.person.code in (found.earned or ())
    ]
    for code in _spoken(kit):
        if wish.languages and code not in wish.languages:
            continue
        shop.take(report.report(kit, code, found), _REPORT, pdf=wish.pdf)
        shop.take(news.news(kit, code, found), _REPORT, pdf=False)
        for output in certificates.of(kit, code, tuple(given), "certificates-earned"):
            shop.take(output, _EARNED, pdf=wish.pdf)
    for output in tables.tables(kit, source, found):
        shop.take(output, _REPORT, pdf=False)
    shop.press()
    kept = [made for made in shop.made if not wish.kinds or made.kind in wish.kinds]
    return [written(made, hall, out) for made in kept], shop.problems


def _spoken(kit: WorkshopKit) -> tuple[str, ...]:
    return tuple(code for code in kit.workshop.languages.working if code in kit.languages)


def surveys(kit: WorkshopKit) -> dict[str, tuple[Known, ...]]:
    """Evaluations and follow-up as results name them: labels and choices in every working language."""
    each = [tuple(questionnaires.every(kit, code)) for code in _spoken(kit)]
    found = {}
    for same in zip(*each, strict=True):
        if not same[0].name.startswith("test-"):
            asks = [tuple(ask for ask in one.asks if ask.kind != "say") for one in same]
            found[same[0].name] = tuple(_known(several) for several in zip(*asks, strict=True))
    return found


def about_known(kit: WorkshopKit) -> tuple[Known, ...]:
    """The questions about the person."""
    each = [asking.about_part(kit, code).asks for code in _spoken(kit)]
    return tuple(_known(several) for several in zip(*each, strict=True))


def _known(several: tuple[Ask, ...]) -> Known:
    first = several[0]
    choices = {choice.id: choice.id for choice in first.choices}
    for ask in several:
        for choice in ask.choices:
            choices.setdefault(plain(choice.text.plain), choice.id)
    return Known(first.name, first.kind, frozenset(plain(ask.label.plain) for ask in several), choices)


def items(kit: WorkshopKit) -> tuple[Item, ...]:
    """The items of both forms with their keys; answers are known by their words in every working language."""
    found = []
    for form in questionnaires.FORMS:
        keyed = [kit.items(form, code, keyed=True) for code in _spoken(kit)]
        for several in zip(*keyed, strict=True):
            first = several[0]
            found.append(Item(first.meta.id, form, first.meta.objectives, first.points, tuple(_fields(several))))
    return tuple(found)


def _fields(several: tuple[Question, ...]) -> Iterator[Field]:
    first = several[0]
    name = field_name(first.meta.id)
    shown = first.shuffle
    match first.kind:
        case "matching":
            order = shown if len(shown) == len(first.pairs) else range(len(first.pairs))
            accepts = {plain(pair.right.plain): pair.id for question in several for pair in question.pairs}
            letters = tuple(first.pairs[place].id for place in order)
            for pair in first.pairs:
                yield Field(f"{name}_{pair.id}", "choice", (pair.id,), accepts, letters)
        case "ordering":
            order = shown if len(shown) == len(first.options) else range(len(first.options))
            letters = tuple(first.options[place].id for place in order)
            yield Field(name, "rank", tuple(option.id for option in first.options), _words(several), letters)
        case "numeric":
            yield Field(name, "number", (_answers(first),), tolerance=first.tolerance)
        case "fill-in":
            right = [plain(part) for question in several for part in _answers(question).split("|")]
            yield Field(name, "words", tuple(dict.fromkeys(part for part in right if part)))
        case _:
            right = [option.id for option in first.options if option.correct]
            kind = "choices" if first.kind == "multiple" else "choice"
            yield Field(name, kind, tuple(right), _words(several), tuple(option.id for option in first.options))


def _words(several: tuple[Question, ...]) -> dict[str, str]:
    options: list[Option] = [option for question in several for option in question.options]
    return {plain(option.text.plain): option.id for option in options}


def _answers(question: Question) -> str:
    return (question.answers.plain or question.answers.source).strip()
