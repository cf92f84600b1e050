"""Where a text appears, in words for translators: which page or screen, and which part of it."""

from __future__ import annotations

_WHERE = {
    "Slide": "slide",
    "Slide bullets": "slide",
    "Slide two-columns": "slide with two columns",
    "Slide big-number": "slide with a big number",
    "Slide statement": "slide with one statement",
    "Slide process": "slide of steps",
    "FrontMatter": "cover",
    "Objectives": "objectives (slide, workbook, course screens)",
    "GuidingQuestions": "guiding questions (slide, workbook)",
    "KeyMessages": "key messages (slide, workbook, course screens)",
    "Definition": "glossary (workbook, slide)",
    "CaseStudy": "case study (slide, workbook, course screens)",
    "PracticalApplication": "practical application (slide, workbook)",
    "Worksheet": "worksheet of a group (slide, workbook)",
    "Question": "quiz (workbook, course screens)",
    "Notes": "facilitator's guide and speaker notes",
    "Resources": "reading list",
    "Interlinkages": "links to other sections",
    "SourceFigure": "figure",
    "SourceChart": "chart",
    "Table": "table",
    "Quote": "quotation",
    "Footnote": "footnote",
    "Heading": "topic (title of slides, heading in the workbook)",
    "Paragraph": "text (workbook, speaker notes, course screens)",
    "Bullets": "text (workbook, speaker notes, course screens)",
    "Variant": "text for one kind of reader",
    "Collection": "collection",
    "": "title in the library's contents",
}
_WHAT = {
    "alt": "description for people who do not see it",
    "caption": "caption",
    "expected": "expected answer, for facilitators",
    "feedback": "what a learner reads after this answer",
    "correct_feedback": "what a learner reads after a right answer",
    "incorrect_feedback": "what a learner reads after a wrong answer",
    "rationale": "why the answer is right, for facilitators and after the quiz",
    "answers": "accepted answer",
    "stem": "the question",
    "left": "left side of a pair",
    "right": "right side of a pair",
    "title": "title",
    "summary": "summary",
    "header": "head of a column",
    "label": "label",
    "source": "source",
    "term": "the term itself",
    "by": "who said it",
    "purpose": "what it is for",
    "roles": "role in the group",
    "materials": "material",
    "report_back": "how the group reports",
    "Option": "answer to choose from",
    "Row": "cell of a table",
    "Step": "step",
    "Notes": "note for the facilitator",
    "Prompts": "question to discuss",
    "LooseBlock": "text",
}


def said(place: str) -> str:
    """ "quiz (workbook, course screens): answer to choose from" for "Question › Option"."""
    parts = place.split(" › ")
    where = _WHERE.get(parts[0].split(".")[0], parts[0])
    kind, _, part = parts[-1].partition(".")
    what = _WHAT.get(part) or (_WHAT.get(kind, "") if len(parts) > 1 else "")
    return f"{where}: {what}" if what else where
