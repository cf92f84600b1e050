"""Question banks in IMS QTI 2.1: one assessment item for each question, in a content package."""

from __future__ import annotations

from emmbuild.archive import frame, part
from emmbuild.core.edition import Built, Edition, Format
from emmbuild.render.bank import Bank, Entry, bank_of, xhtml
from emmbuild.render.xml import attr, esc

_SPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"


def write(edition: Edition) -> Built:
    bank = bank_of(edition)
    items = [part(f"items/{entry.key}.xml", _item(entry)) for entry in bank.entries]
    data = frame([part("imsmanifest.xml", _manifest(bank)), *items])
    return Built(data, bank.diagnostics, {"questions": len(bank.entries)})


def _manifest(bank: Bank) -> str:
    resources = "".join(
        f'    <resource identifier="{entry.key}" type="imsqti_item_xmlv2p1" href="items/{entry.key}.xml">'
        f'<file href="items/{entry.key}.xml"/></resource>\n'
        for entry in bank.entries
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="{bank.key}-qti">\n'
        "  <metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>\n"
        f"  <organizations/>\n  <resources>\n{resources}  </resources>\n</manifest>\n"
    )


def _item(entry: Entry) -> str:
    language, asked = entry.page.edition.language, entry.question
    declared, body, test = _parts(entry)
    said = {"right": entry.comment(True), "wrong": entry.comment(False)}
    single = {option.id: entry.html(option.feedback) for option in asked.options if option.feedback}
    told = single if asked.kind in ("single", "multiple", "true-false") else {}
    if not told:
        comments = [*(option.feedback for option in asked.options), *(pair.feedback for pair in asked.pairs)]
        rest = [entry.html(comment) for comment in comments if comment]
        said = {name: text + "".join(f"<p>{xhtml(html)}</p>" for html in rest) for name, text in said.items()}
    feedback = "".join(_feedback("RESULT", name, html) for name, html in said.items() if html)
    feedback += "".join(_feedback("CHOSEN", name, f"<p>{xhtml(html)}</p>") for name, html in told.items())
    many = "multiple" if asked.kind == "multiple" else "single"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<assessmentItem xmlns="{_SPACE}" identifier="{entry.key}" title="{attr(entry.name)}" adaptive="false"'
        f' timeDependent="false" xml:lang="{attr(language.tag)}">\n{declared}'
        f"{_outcome('SCORE', 'single', 'float', '0')}{_outcome('MAXSCORE', 'single', 'float', str(asked.points))}"
        f"{_outcome('RESULT', 'single', 'identifier')}{_outcome('CHOSEN', many, 'identifier') if told else ''}"
        f'  <itemBody><div dir="{language.direction}">{entry.stem}{body}</div></itemBody>\n'
        f"{_processing(test, asked.points, bool(told))}{feedback}</assessmentItem>\n"
    )


def _outcome(name: str, cardinality: str, base: str, value: str = "") -> str:
    default = f"<defaultValue><value>{value}</value></defaultValue>" if value else ""
    return (
        f'  <outcomeDeclaration identifier="{name}" cardinality="{cardinality}" baseType="{base}">{default}'
        "</outcomeDeclaration>\n"
    )


def _feedback(outcome: str, name: str, html: str) -> str:
    return f'  <modalFeedback outcomeIdentifier="{outcome}" identifier="{name}" showHide="show">{html}</modalFeedback>\n'


def _declaration(cardinality: str, base: str, values: tuple[str, ...], more: str = "") -> str:
    listed = "".join(f"<value>{esc(value)}</value>" for value in values)
    return (
        f'  <responseDeclaration identifier="RESPONSE" cardinality="{cardinality}" baseType="{base}">'
        f"<correctResponse>{listed}</correctResponse>{more}</responseDeclaration>\n"
    )


def _processing(test: str, points: int, chosen: bool) -> str:
    def put(name: str, value: str) -> str:
        return f'<setOutcomeValue identifier="{name}">{value}</setOutcomeValue>'

    def base(kind: str, value: str) -> str:
        return f'<baseValue baseType="{kind}">{value}</baseValue>'

    right = put("SCORE", base("float", str(points))) + put("RESULT", base("identifier", "right"))
    wrong = put("RESULT", base("identifier", "wrong"))
    more = put("CHOSEN", '<variable identifier="RESPONSE"/>') if chosen else ""
    return (
        f"  <responseProcessing><responseCondition><responseIf>{test}{right}</responseIf>"
        f"<responseElse>{wrong}</responseElse></responseCondition>{more}</responseProcessing>\n"
    )


_SAME = '<match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match>'


def _parts(entry: Entry) -> tuple[str, str, str]:
    """Declaration, interaction, and the test of a right response. All or nothing, as in our packages."""
    asked, right = entry.question, entry.right
    words = entry.page.edition.words

    def said(name: str) -> str:
        return f"<prompt>{esc(words(f'package-{name}'))}</prompt>"

    match asked.kind:
        case "matching":
            left = "".join(_associable(f"L{pair.id}", entry.html(pair.left), 1) for pair in asked.pairs)
            other = "".join(_associable(f"R{pair.id}", entry.html(pair.right), 0) for pair in entry.shown_pairs)
            body = (
                f'<matchInteraction responseIdentifier="RESPONSE" shuffle="false" maxAssociations="{len(asked.pairs)}">'
                f"{said('choose-partner')}<simpleMatchSet>{left}</simpleMatchSet><simpleMatchSet>{other}</simpleMatchSet>"
                "</matchInteraction>"
            )
            values = tuple(f"L{pair.id} R{pair.id}" for pair in asked.pairs)
            return _declaration("multiple", "directedPair", values), body, _SAME
        case "ordering":
            places = asked.shuffle if len(asked.shuffle) == len(asked.options) else range(len(asked.options))
            shown = "".join(_choice(asked.options[n].id, entry.html(asked.options[n].text)) for n in places)
            start = '<orderInteraction responseIdentifier="RESPONSE" shuffle="false">'
            body = f"{start}{said('choose-order')}{shown}</orderInteraction>"
            return _declaration("ordered", "identifier", right), body, _SAME
        case "fill-in":
            keys = "".join(
                f'<mapEntry mapKey="{attr(word)}" mappedValue="{asked.points}" caseSensitive="false"/>' for word in right
            )
            body = _entry(words("package-write-answer"), 40)
            found = '<gt><mapResponse identifier="RESPONSE"/><baseValue baseType="float">0</baseValue></gt>'
            return _declaration("single", "string", right[:1], f'<mapping defaultValue="0">{keys}</mapping>'), body, found
        case "numeric":
            body = _entry(words("package-write-number"), 12)
            span = f"{asked.tolerance:g}"
            near = (
                f'<equal toleranceMode="absolute" tolerance="{span} {span}">'
                '<variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></equal>'
            )
            return _declaration("single", "float", right), body, near
        case _:
            several = asked.kind == "multiple"
            listed = "".join(_choice(option.id, entry.html(option.text)) for option in asked.options)
            prompt = said("choose-several" if several else "choose-one")
            body = (
                f'<choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="{0 if several else 1}">'
                f"{prompt}{listed}</choiceInteraction>"
            )
            return _declaration("multiple" if several else "single", "identifier", right), body, _SAME


def _entry(prompt: str, length: int) -> str:
    return f'<p>{esc(prompt)} <textEntryInteraction responseIdentifier="RESPONSE" expectedLength="{length}"/></p>'


def _choice(name: str, html: str) -> str:
    return f'<simpleChoice identifier="{name}">{xhtml(html)}</simpleChoice>'


def _associable(name: str, html: str, most: int) -> str:
    return f'<simpleAssociableChoice identifier="{name}" matchMax="{most}">{xhtml(html)}</simpleAssociableChoice>'


FORMAT = Format(
    kind="qti21",
    title="Question bank, IMS QTI 2.1",
    extension="zip",
    audiences=("facilitator",),
    write=write,
    readers={"facilitator": "self-study"},
    holds="questions",
    usual=False,
)
