"""What is taught, measured and delivered: the `content`, `assessment` and `deliver` of a recipe."""

from __future__ import annotations

from emmbuild.core.diagnostics import error
from emmbuild.readers.recipe.form import Form
from emmbuild.readers.yamls import Scalar, Sequence
from emmbuild.workshop.delivery import Assessment, Deliver, Print
from emmbuild.workshop.model import DEPTHS, Chosen, Content, HomeWork

PACKAGES = ("scorm12", "scorm2004", "cmi5")


def section_id(name: str) -> str:
    """ "emm/2.6" and "2.6" name the same section."""
    return name.removeprefix("emm/")


def read(form: Form) -> Content:
    found = Content(
        sections=tuple(_chosen(one) for one in form.parts("sections")),
        blocks=form.names("blocks"),
        prework=_homework(form.part("prework")),
        followup=_homework(form.part("followup")),
        lock=form.text("lock", "content.lock"),
        span=form.span_of("sections"),
    )
    form.close()
    return found


def _chosen(form: Form) -> Chosen:
    if not form.has("use"):
        form.missing("use", "emm/2.6")
    depth = "core"
    blocks: tuple[str, ...] = ()
    value = form.tree.entries.get("depth")
    if isinstance(value, Sequence):
        blocks = form.names("depth")
    elif isinstance(value, Scalar):
        depth = form.text("depth", "core", choices=DEPTHS)
    found = Chosen(
        section_id(form.text("use")),
        form.said("focus"),
        depth,
        form.names("objectives"),
        (*blocks, *form.names("blocks")),
        form.names("without"),
        form.names("case_studies"),
        form.names("exercises"),
        form.names("supplements"),
        form.text("overlay"),
        form.span,
        form.spans(),
    )
    form.close()
    return found


def _homework(form: Form) -> HomeWork:
    found = HomeWork(
        tuple(section_id(name) for name in form.names("sections")),
        PACKAGES[0] if form.text("deliver", "scorm12") == "scorm" else form.text("deliver", "scorm12", choices=PACKAGES),
        form.whole("minutes"),
        form.day("due"),
        form.span,
    )
    form.close()
    return found


def assessment(form: Form) -> Assessment:
    test, evaluation = form.part("test"), form.part("evaluation")
    level3 = evaluation.part("level3")
    months = level3.whole("after_months", most=24)
    level3.asked |= {"form"}
    found = Assessment(
        test.whole("items_per_objective", 2 if form.has("test") else 0, 1, 6),
        test.text("forms", "parallel", choices=("parallel", "same")),
        test.text("match_by", "self-made-code", choices=("self-made-code", "participant-code")),
        test.whole("pass", 70, 1, 100),
        evaluation.names("level1"),
        months,
        form.names("collect") or ("paper",),
        form.span,
    )
    for one in (level3, test, evaluation, form):
        one.close()
    for channel in found.channels:
        if channel not in ("paper", "xlsform", "moodle"):
            form.problems.append(
                error("RCP102", f"assessment: results cannot come by {channel!r}", form.span_of("collect"),
                      hint="use paper, xlsform, moodle")
            )  # fmt: skip
    return found


def deliver(form: Form) -> Deliver:
    default = Deliver()
    usb, printed = form.part("usb"), form.part("print")
    usb.asked |= {"site"}
    found = Deliver(
        form.names("slides") or default.slides,
        form.names("workbook") or default.workbook,
        form.names("facilitator") or default.facilitator,
        form.names("scorm") or default.scorm,
        form.names("data") or default.data,
        usb.flag("make", True),
        usb.whole("max_mb", default.usb_max_mb, 1),
        Print(
            printed.text("paper", "A4", choices=("A4", "Letter")),
            printed.flag("duplex", True),
            printed.whole("spare_percent", 10, 0, 200),
            printed.names("large_print"),
            printed.names("colour"),
        ),
    )
    for one in (usb, printed, form):
        one.close()
    return found
