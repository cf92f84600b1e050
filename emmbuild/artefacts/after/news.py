"""A draft of a news item: place, dates, numbers by sex, agencies, sections, percentages with their n."""

from __future__ import annotations

from emmbuild.artefacts.after import telling
from emmbuild.artefacts.after.report import TARGET
from emmbuild.artefacts.shape import File, Kit
from emmbuild.workshop.results.summary import Summary

MOST_AGENCIES = 8


def news(kit: Kit, code: str, found: Summary) -> File:
    words, event, source = kit.words(code), kit.workshop.event, kit.workshop.languages.source
    title = kit.edition(code).section.front.title.plain
    place = event.city.text(code, source).plain or event.venue.text(code, source).plain
    when = words.date_range(event.dates[0], event.dates[-1]) if event.dates else ""
    first = [words("report.news.lead", place=place, dates=when, count=found.count, title=title)]
    sexes = found.people.get("gender", {})
    if sexes:
        first.append(words("report.who.sex", women=sexes.get("f", 0), men=sexes.get("m", 0)).capitalize() + ".")
    if agencies := list(found.people.get("agency", {}))[:MOST_AGENCIES]:
        first.append(words("report.news.from", agencies=words.join(agencies)))
    sections = words.join([kit.title(one.section, code).plain for one in kit.workshop.content.sections])
    second = [words("report.news.sections", sections=sections)]
    if found.gains and found.gains[0].before is not None and found.gains[0].after is not None:
        second.append(telling.gain(kit, code, found.gains[0]))
    by = {one.name: one for one in found.opinions.get("final", ())}
    for name, key in (("needs_match", "match"), ("perform_better", "better")):
        if (one := by.get(name)) and one.agree is not None:
            second.append(words(f"report.news.{key}", share=words.percent(one.agree), n=one.n))
    lines = [f"# {title}", "", " ".join(first), "", " ".join(second), ""]
    if event.donor:
        lines += [words("report.funded", donor=event.donor.text(code, source).plain), ""]
    return File(f"{TARGET}/{code}/news-{code}.md", "\n".join(lines).encode(), code)
