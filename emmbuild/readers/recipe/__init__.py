"""`workshop.yaml` → `Workshop`: the template is laid under it, every value typed, every slip reported with its line."""

from __future__ import annotations

from emmbuild.core.diagnostics import Diagnostic, Span, error
from emmbuild.readers import yamls
from emmbuild.readers.recipe import agenda, content, event, people
from emmbuild.readers.recipe.form import Form
from emmbuild.readers.recipe.inherit import completed, sections_of, shape_of, team_size, templates
from emmbuild.readers.yamls import Mapping
from emmbuild.workshop.delivery import Waiver
from emmbuild.workshop.model import Workshop

__all__ = ["read", "sections_of", "shape_of", "team_size", "templates"]
FORMAT = "1"
SEVERITIES = ("error", "warn", "off")
KINDS = ("workshop", "training-of-trainers", "briefing", "webinars")


def read(text: str, file: str) -> tuple[Workshop | None, tuple[Diagnostic, ...]]:
    """The workshop that a recipe describes, and what is wrong with it; None where nothing can be read."""
    tree, problems = yamls.load(text, file)
    if not isinstance(tree, Mapping):
        hint = "`emmbuild new workshop` writes one to begin with"
        return None, problems or (error("YML101", "the recipe is empty", Span(file, 1, 1), hint=hint),)
    tree, more = completed(tree)
    found = [*problems, *more]
    form = Form(tree, "the recipe", found)
    workshop = _workshop(form, file)
    form.close()
    return workshop, tuple(found)


def _workshop(form: Form, file: str) -> Workshop:
    form.text("emmbuild", FORMAT, choices=(FORMAT,))
    form.asked |= {"changes"}
    if not form.has("id"):
        form.missing("id", "tunis-2027")
    if not form.has("title"):
        form.missing("title", '{en: "…"}')
    happening = event.read(form.part("event"))
    spoken = event.languages(form.part("languages"))
    chosen = content.read(form.part("content"))
    team = people.team(form)
    return Workshop(
        id=form.text("id", "workshop", pattern=r"[a-z0-9][a-z0-9-]{1,60}", like="tunis-2027"),
        title=form.said("title"),
        event=happening,
        languages=spoken,
        content=chosen,
        days=agenda.read(form, happening, chosen),
        audience=people.audience(form.part("audience")),
        purposes=form.phrases("purposes"),
        team=team,
        groups=people.groups(form.part("groups"), spoken),
        teachback=agenda.teachback(form.part("teachback")) if form.has("teachback") else None,
        assessment=content.assessment(form.part("assessment")),
        attendance=people.attendance(form.part("attendance")),
        deliver=content.deliver(form.part("deliver")),
        severities=_severities(checks := form.part("checks")),
        waivers=_waivers(checks),
        template=form.text("from"),
        kind=form.text("kind", "workshop", choices=KINDS),
        file=file,
        span=form.span_of("id"),
    )


def _severities(form: Form) -> dict[str, str]:
    return {code: level for code, level in form.table("severity").items() if level in SEVERITIES}


def _waivers(form: Form) -> tuple[Waiver, ...]:
    found = []
    for one in form.parts("waive"):
        for name, example in (("rule", "COV104"), ("reason", '"why this is all right here"')):
            if not one.has(name):
                one.missing(name, example)
        found.append(Waiver(one.text("rule"), one.text("reason"), one.day("until"), one.span))
        one.close()
    form.close()
    return tuple(found)
