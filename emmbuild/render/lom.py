"""Learning object metadata of a package in its own language: IMS MD 1.2.1 (SCORM 1.2) and IEEE LOM (2004)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from emmbuild.plan.programme import Programme
from emmbuild.render.html import plain
from emmbuild.render.xml import attr, esc

DESCRIPTION = 1000
KEYWORDS = 10
_STATUS = {"final": "Final", "review": "Revised", "draft": "Draft", "planned": "Draft"}


@dataclass(frozen=True, slots=True)
class Facts:
    """What both bindings say. `spoken` is language tag, title and description in each language, the main one first;
    `duration` is an ISO 8601 duration or empty."""

    identifier: str
    spoken: tuple[tuple[str, str, str], ...]
    keywords: tuple[str, ...]
    version: str
    status: str
    duration: str

    @property
    def language(self) -> str:
        return self.spoken[0][0]

    @property
    def title(self) -> str:
        return self.spoken[0][1]

    @property
    def titles(self) -> tuple[tuple[str, str], ...]:
        return tuple((language, title) for language, title, _ in self.spoken)

    @property
    def descriptions(self) -> tuple[tuple[str, str], ...]:
        return tuple((language, description) for language, _, description in self.spoken)


def facts_of(programmes: Sequence[Programme]) -> Facts:
    """The facts of a unit, given in each of its languages. Its version is the newest of its sections."""
    main = programmes[0]
    fronts = [edition.section.front for edition in main.editions]
    minutes = sum(front.minutes.get("core") or next(iter(front.minutes.values()), 0) for front in fronts)
    terms = [term for course in main.courses for term in course.terms]
    words = dict.fromkeys(plain(term, 200) for term in (main.edition.volume, *terms) if plain(term))
    least = max((front.status for front in fronts), key=lambda status: [*_STATUS, status].index(status))
    return Facts(
        identifier=f"{main.edition.library.id}:{main.id}",
        spoken=tuple((p.edition.language.tag, plain(p.title, 200), description_of(p)) for p in programmes),
        keywords=tuple(words)[:KEYWORDS],
        version=max((front.version for front in fronts), key=_numbers),
        status=_STATUS.get(least, "Draft"),
        duration=f"PT{minutes // 60}H{minutes % 60}M" if minutes else "",
    )


def description_of(programme: Programme) -> str:
    """The section's summary; the titles of the sections where there are several."""
    if not programme.home:
        front = programme.edition.section.front
        return plain(front.summary, DESCRIPTION) or plain(programme.title, 200)
    titles = "; ".join(plain(course.title, 200) for course in programme.courses)
    return titles if len(titles) <= DESCRIPTION else titles[: DESCRIPTION - 1] + "…"


def _numbers(version: str) -> list[int]:
    return [int(part) if part.isdigit() else 0 for part in version.split(".")]


def ims_md(facts: Facts) -> str:
    """The <imsmd:lom> element, to stand inline in a SCORM 1.2 manifest."""

    def said(text: str, lang: str = "") -> str:
        return f'<imsmd:langstring xml:lang="{attr(lang or facts.language)}">{esc(text)}</imsmd:langstring>'

    def spoken(texts: Sequence[tuple[str, str]]) -> str:
        return "".join(said(text, lang) for lang, text in texts)

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
        f"<imsmd:title>{spoken(facts.titles)}</imsmd:title>"
        f"<imsmd:catalogentry><imsmd:catalog>emmbuild</imsmd:catalog><imsmd:entry>{said(facts.identifier, 'x-none')}"
        "</imsmd:entry></imsmd:catalogentry>"
        + "".join(f"<imsmd:language>{esc(language)}</imsmd:language>" for language, _ in facts.titles)
        + f"<imsmd:description>{spoken(facts.descriptions)}</imsmd:description>{keywords}</imsmd:general>"
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

    def said(name: str, *texts: tuple[str, str]) -> str:
        strings = "".join(f'<string language="{attr(language)}">{esc(text)}</string>' for language, text in texts)
        return f"<{name}>{strings}</{name}>"

    def chosen(name: str, value: str) -> str:
        return f"<{name}><source>LOMv1.0</source><value>{value}</value></{name}>"

    keywords = "".join(said("keyword", (facts.language, word)) for word in facts.keywords)
    languages = "".join(f"<language>{esc(language)}</language>" for language, _ in facts.titles)
    time = f"<typicalLearningTime><duration>{facts.duration}</duration></typicalLearningTime>" if facts.duration else ""
    identifier = f"<identifier><catalog>emmbuild</catalog><entry>{esc(facts.identifier)}</entry></identifier>"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<lom xmlns="http://ltsc.ieee.org/xsd/LOM">'
        f"<general>{identifier}{said('title', *facts.titles)}{languages}"
        f"{said('description', *facts.descriptions)}{keywords}</general>"
        f'<lifeCycle><version><string language="x-none">{esc(facts.version)}</string></version>'
        f"{chosen('status', facts.status.lower())}</lifeCycle>"
        "<metaMetadata><metadataSchema>LOMv1.0</metadataSchema><metadataSchema>ADLv1.0</metadataSchema>"
        f"<language>{esc(facts.language)}</language></metaMetadata>"
        "<technical><format>text/html</format></technical>"
        f"<educational>{chosen('learningResourceType', 'self assessment')}{time}"
        f"<language>{esc(facts.language)}</language></educational>"
        f"<rights>{chosen('cost', 'no')}{chosen('copyrightAndOtherRestrictions', 'yes')}</rights></lom>\n"
    )
