"""The glossary of a course: `modules/glossary.yaml`, terms with what each language wants and forbids."""

from __future__ import annotations

from emmbuild.core.diagnostics import ContentError
from emmbuild.core.translation import Term
from emmbuild.readers import yamls
from emmbuild.world import Course

FILE = "modules/glossary.yaml"
Glossary = dict[str, tuple[Term, ...]]


def load(course: Course) -> Glossary:
    """Language → its terms; empty where a course has no glossary. Raises ContentError for a broken file."""
    if not course.exists(FILE):
        return {}
    tree, problems = yamls.load(course.read_text(FILE), FILE)
    if problems:
        raise ContentError(*problems)
    found: dict[str, list[Term]] = {}
    for term, wishes in tree.entries.items() if isinstance(tree, yamls.Mapping) else ():
        for code, wish in wishes.entries.items() if isinstance(wishes, yamls.Mapping) else ():
            if isinstance(wish, yamls.Mapping):
                found.setdefault(code, []).append(
                    Term(
                        term,
                        yamls.strings(wish.entries.get("use")),
                        yamls.strings(wish.entries.get("never")),
                        yamls.strings(wish.entries.get("unless")),
                    )
                )
    return {code: tuple(terms) for code, terms in found.items()}
