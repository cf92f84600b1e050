"""Learning object metadata of a package in its own language: IMS MD 1.2.1 (SCORM 1.2) and IEEE LOM (2004)."""

from __future__ import annotations

from dataclasses import dataclass

from emmbuild.core.edition import Edition
from emmbuild.plan.course import Course
from emmbuild.render.html import plain
from emmbuild.render.xml import attr, esc

DESCRIPTION = 1000
KEYWORDS = 10
_STATUS = {"final": "Final", "review": "Revised", "draft": "Draft", "planned": "Draft"}


@dataclass(frozen=True, slots=True)
class Facts:
    """What both bindings say. `duration` is an ISO 8601 duration or empty."""

    identifier: str
    title: str
    description: str
    language: str
    keywords: tuple[str, ...]
    version: str
    status: str
    duration: str


def facts_of(edition: Edition, course: Course) -> Facts:
    front = edition.section.front
    minutes = front.minutes.get("core") or next(iter(front.minutes.values()), 0)
    words = dict.fromkeys(plain(term, 200) for term in (edition.volume, *course.terms) if plain(term))
    return Facts(
        identifier=f"{edition.library.id}:{course.id}",
        title=plain(course.title, 200),
        description=plain(front.summary, DESCRIPTION) or plain(course.title, 200),
        language=edition.language.tag,
        keywords=tuple(words)[:KEYWORDS],
        version=front.version,
        status=_STATUS.get(front.status, "Draft"),
        duration=f"PT{minutes // 60}H{minutes % 60}M" if minutes else "",
    )


def ims_md(facts: Facts) -> str:
    """The <imsmd:lom> element, to stand inline in a SCORM 1.2 manifest."""

    def said(text: str, lang: str = "") -> str:
        return f'<imsmd:langstring xml:lang="{attr(lang or facts.language)}">{esc(text)}</imsmd:langstring>'

    def chosen(name: str, value: str) -> str:
        source = f"<imsmd:source>{said('LOMv1.0', 'x-none')}</imsmd:source>"
        return f"<imsmd:{name}>{source}<imsmd:value>{said(value, 'x-none')}</imsmd:value></imsmd:{name}>"

    keywords = "".join(f"<imsmd:keyword>{said(word)}</imsmd:keyword>" for word in facts.keywords)
    time = (
        f"<imsmd:typicallearningtime><imsmd:datetime>{facts.duration}</imsmd:datetime></imsmd:typicallearningtime>"
        if facts.duration
        else ""
    )
    return (
        "<imsmd:lom><imsmd:general>"
        f"<imsmd:title>{said(facts.title)}</imsmd:title>"
        f"<imsmd:catalogentry><imsmd:catalog>emmbuild</imsmd:catalog><imsmd:entry>{said(facts.identifier, 'x-none')}"
        "</imsmd:entry></imsmd:catalogentry>"
        f"<imsmd:language>{esc(facts.language)}</imsmd:language>"
        f"<imsmd:description>{said(facts.description)}</imsmd:description>{keywords}</imsmd:general>"
        f"<imsmd:lifecycle><imsmd:version>{said(facts.version, 'x-none')}</imsmd:version>{chosen('status', facts.status)}"
        "</imsmd:lifecycle>"
        "<imsmd:metametadata><imsmd:metadatascheme>ADL SCORM 1.2</imsmd:metadatascheme>"
        f"<imsmd:language>{esc(facts.language)}</imsmd:language></imsmd:metametadata>"
        '<imsmd:technical><imsmd:format>text/html</imsmd:format><imsmd:location type="URI">index.html</imsmd:location>'
        "</imsmd:technical>"
        f"<imsmd:educational>{chosen('learningresourcetype', 'Self Assessment')}{time}"
        f"<imsmd:language>{esc(facts.language)}</imsmd:language></imsmd:educational>"
        f"<imsmd:rights>{chosen('cost', 'no')}{chosen('copyrightandotherrestrictions', 'yes')}</imsmd:rights>"
        "</imsmd:lom>"
    )


def ieee_lom(facts: Facts) -> str:
    """lom.xml: a document of its own, named in a SCORM 2004 manifest by adlcp:location."""

    def said(name: str, text: str) -> str:
        return f'<{name}><string language="{attr(facts.language)}">{esc(text)}</string></{name}>'

    def chosen(name: str, value: str) -> str:
        return f"<{name}><source>LOMv1.0</source><value>{value}</value></{name}>"

    keywords = "".join(said("keyword", word) for word in facts.keywords)
    time = f"<typicalLearningTime><duration>{facts.duration}</duration></typicalLearningTime>" if facts.duration else ""
    identifier = f"<identifier><catalog>emmbuild</catalog><entry>{esc(facts.identifier)}</entry></identifier>"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<lom xmlns="http://ltsc.ieee.org/xsd/LOM">'
        f"<general>{identifier}{said('title', facts.title)}<language>{esc(facts.language)}</language>"
        f"{said('description', facts.description)}{keywords}</general>"
        f'<lifeCycle><version><string language="x-none">{esc(facts.version)}</string></version>'
        f"{chosen('status', facts.status.lower())}</lifeCycle>"
        "<metaMetadata><metadataSchema>LOMv1.0</metadataSchema><metadataSchema>ADLv1.0</metadataSchema>"
        f"<language>{esc(facts.language)}</language></metaMetadata>"
        "<technical><format>text/html</format></technical>"
        f"<educational>{chosen('learningResourceType', 'self assessment')}{time}"
        f"<language>{esc(facts.language)}</language></educational>"
        f"<rights>{chosen('cost', 'no')}{chosen('copyrightAndOtherRestrictions', 'yes')}</rights></lom>\n"
    )
