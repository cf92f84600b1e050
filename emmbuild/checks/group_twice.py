"""Two filled worksheets name the same group."""

from __future__ import annotations

import io
import zipfile

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _sheet(group: str) -> bytes:
    """The smallest worksheet: a cell for the group and one for an answer."""
    cells = "".join(
        f'<w:tc><w:p><w:bookmarkStart w:id="{number}" w:name="{name}"/><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>'
        for number, (name, words) in enumerate((("emm_group", group), ("emm_9_9_W1_F1", "Housing")))
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        inside = f'<w:document xmlns:w="{_W}"><w:body><w:tbl><w:tr>{cells}</w:tr></w:tbl></w:body></w:document>'
        archive.writestr(zipfile.ZipInfo("word/document.xml"), inside)
    return out.getvalue()


CHECK = Check(
    "COL102",
    Severity.WARNING,
    "two sheets name the same group",
    """A group sends its sheet twice, or two groups chose the same letter. Nothing is thrown away: the second one gets
a column of its own, and the facilitator finds out which one counts.""",
    bad=Example(files={"/filled/one.docx": _sheet("A"), "/filled/two.docx": _sheet("A")}),
    good=Example(files={"/filled/one.docx": _sheet("A"), "/filled/two.docx": _sheet("B")}),
)
