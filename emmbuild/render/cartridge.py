"""IMS Common Cartridge with a section's questions as one assessment (QTI 1.2.1), in the versions that LMSs take.

Moodle takes 1.1 and looks for the default namespace in the first 1,024 bytes; Canvas takes 1.3. Identifiers begin with a
letter, or Moodle's schema check fails. A cartridge knows neither matching nor ordering: they become single choices.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from emmbuild.archive import frame, part
from emmbuild.core.diagnostics import Diagnostic
from emmbuild.core.edition import Built, Edition
from emmbuild.render.bank import Bank, Entry, bank_of, instead
from emmbuild.render.xml import attr, esc


@dataclass(frozen=True, slots=True)
class Version:
    """`space` is the part of the namespaces that names the version."""

    number: str
    space: str


@dataclass(frozen=True)
class Ask:
    """One item of the cartridge: an entry, or a part of it."""

    key: str
    title: str
    profile: str
    stem: str
    labels: tuple[tuple[str, str], ...]
    right: tuple[str, ...]
    points: float
    good: str
    bad: str
    told: tuple[tuple[str, str], ...] = ()


def cartridge(edition: Edition, version: Version) -> Built:
    bank = bank_of(edition)
    data = frame(
        [part("imsmanifest.xml", _manifest(bank, version)), part("assessment/questions.xml", _assessment(bank))],
    )
    return Built(data, (*bank.diagnostics, *_changed(bank)), {"questions": len(bank.entries)})


def _changed(bank: Bank) -> Iterator[Diagnostic]:
    for entry in bank.entries:
        if entry.question.kind in ("matching", "ordering"):
            yield instead(entry, "written as single choices, one for each line")
        elif entry.question.kind == "numeric" and entry.question.tolerance:
            yield instead(entry, "written as a text answer; only the exact number is right")


def _manifest(bank: Bank, version: Version) -> str:
    base = f"http://www.imsglobal.org/xsd/{version.space}"
    lom = f"http://ltsc.ieee.org/xsd/{version.space}/LOM/manifest"
    language = bank.edition.language.tag
    kind = f"imsqti_xmlv1p2/imscc_xml{version.space.removeprefix('imscc')}/assessment"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<manifest xmlns="{base}/imscp_v1p1" xmlns:lom="{lom}" identifier="{bank.key}-cc">\n'
        f"  <metadata><schema>IMS Common Cartridge</schema><schemaversion>{version.number}</schemaversion>\n"
        f'    <lom:lom><lom:general><lom:title><lom:string language="{attr(language)}">{esc(bank.title)}</lom:string>'
        "</lom:title>"
        f"<lom:language>{esc(language)}</lom:language></lom:general></lom:lom></metadata>\n"
        f'  <organizations><organization identifier="org-{bank.key}" structure="rooted-hierarchy">\n'
        f'    <item identifier="root-{bank.key}"><item identifier="item-{bank.key}" identifierref="res-{bank.key}">'
        f"<title>{esc(bank.title)}</title></item></item>\n  </organization></organizations>\n"
        f'  <resources><resource identifier="res-{bank.key}" type="{kind}">'
        '<file href="assessment/questions.xml"/></resource></resources>\n</manifest>\n'
    )


def _assessment(bank: Bank) -> str:
    items = "".join(_item(ask) for entry in bank.entries for ask in _asks(entry))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">\n'
        f'<assessment ident="{bank.key}-check" title="{attr(bank.title)}">\n'
        f"{_fields(cc_profile='cc.exam.v0p1', qmd_assessmenttype='Examination', cc_maxattempts='unlimited')}"
        f'<section ident="root_section">\n{items}</section>\n</assessment>\n</questestinterop>\n'
    )


def _fields(**values: str) -> str:
    fields = "".join(
        f"<qtimetadatafield><fieldlabel>{name}</fieldlabel><fieldentry>{value}</fieldentry></qtimetadatafield>"
        for name, value in values.items()
    )
    return f"<qtimetadata>{fields}</qtimetadata>\n"


def _asks(entry: Entry) -> Iterator[Ask]:
    asked, points = entry.question, float(entry.question.points)
    good, bad = entry.comment(True), entry.comment(False)
    number = entry.page.edition.words.number
    if asked.kind in ("single", "multiple", "true-false"):
        labels = tuple((option.id, entry.html(option.text)) for option in asked.options)
        profile = {"single": "multiple_choice", "multiple": "multiple_response", "true-false": "true_false"}[asked.kind]
        told = tuple((option.id, entry.html(option.feedback)) for option in asked.options if option.feedback)
        yield Ask(entry.key, entry.name, profile, entry.stem, labels, entry.right, points, good, bad, told)
    elif asked.kind == "matching":
        labels = tuple((pair.id, entry.html(pair.right)) for pair in entry.shown_pairs)
        for n, pair in enumerate(asked.pairs, 1):
            stem = f"{entry.stem}<p>{entry.html(pair.left)}</p>"
            share = points / len(asked.pairs)
            more = f"<p>{entry.html(pair.feedback)}</p>" if pair.feedback else ""
            name = f"{entry.name} ({number(n)})"
            yield Ask(f"{entry.key}-{n}", name, "multiple_choice", stem, labels, (pair.id,), share, good + more, bad + more)
    elif asked.kind == "ordering":
        order = asked.shuffle if len(asked.shuffle) == len(asked.options) else tuple(range(len(asked.options)))
        labels = tuple((asked.options[n].id, entry.html(asked.options[n].text)) for n in order)
        for n, option in enumerate(asked.options, 1):
            stem = f"{entry.stem}<p>{number(n)}.</p>"
            share = points / len(asked.options)
            more = f"<p>{entry.html(option.feedback)}</p>" if option.feedback else ""
            name = f"{entry.name} ({number(n)})"
            yield Ask(
                f"{entry.key}-{n}", name, "multiple_choice", stem, labels, (option.id,), share, good + more, bad + more
            )
    else:
        yield Ask(entry.key, entry.name, "fib", entry.stem, (), entry.right, points, good, bad)


def _material(html: str) -> str:
    return f'<material><mattext texttype="text/html">{esc(html)}</mattext></material>'


def _item(ask: Ask) -> str:
    if ask.profile == "fib":
        answer = '<response_str ident="response1" rcardinality="Single"><render_fib prompt="Dashline"/></response_str>'
    else:
        many = "Multiple" if ask.profile == "multiple_response" else "Single"
        labels = "".join(f'<response_label ident="{name}">{_material(html)}</response_label>' for name, html in ask.labels)
        answer = (
            f'<response_lid ident="response1" rcardinality="{many}"><render_choice>{labels}</render_choice></response_lid>'
        )
    said = [("right", ask.good), ("wrong", ask.bad), *((f"option_{name}", html) for name, html in ask.told)]
    feedback = "".join(
        f'<itemfeedback ident="{name}_fb"><flow_mat>{_material(html)}</flow_mat></itemfeedback>\n'
        for name, html in said
        if html
    )
    shown = {
        name: f'<displayfeedback feedbacktype="Response" linkrefid="{name}_fb"/>' if html else "" for name, html in said
    }
    profile = f"cc.{ask.profile}.v0p1"
    return (
        f'<item ident="{ask.key}" title="{attr(ask.title)}">\n<itemmetadata>'
        f"{_fields(cc_profile=profile, cc_weighting=f'{ask.points:g}')}</itemmetadata>\n"
        f"<presentation>{_material(ask.stem)}{answer}</presentation>\n"
        '<resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>\n'
        f"{''.join(_choice(name, shown) for name, _ in ask.told)}"
        f'<respcondition continue="No"><conditionvar>{_condition(ask)}</conditionvar>'
        f'<setvar action="Set" varname="SCORE">100</setvar>{shown["right"]}</respcondition>\n'
        f'<respcondition continue="No"><conditionvar><other/></conditionvar>{shown["wrong"]}</respcondition>\n'
        f"</resprocessing>\n{feedback}</item>\n"
    )


def _choice(name: str, shown: dict[str, str]) -> str:
    """Says what there is to say of a chosen option, and goes on."""
    told = shown[f"option_{name}"]
    return f'<respcondition continue="Yes"><conditionvar>{_equal(name)}</conditionvar>{told}</respcondition>\n'


def _condition(ask: Ask) -> str:
    if ask.profile == "multiple_response":
        tests = "".join(_equal(name) if name in ask.right else f"<not>{_equal(name)}</not>" for name, _ in ask.labels)
        return f"<and>{tests}</and>"
    return "".join(_equal(value) for value in ask.right)


def _equal(value: str) -> str:
    return f'<varequal respident="response1">{esc(value)}</varequal>'
