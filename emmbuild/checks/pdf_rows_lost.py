"""LibreOffice leaves rows of a table off the page."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

# What a LibreOffice of the example makes of every file: a page whose tags name a row of a table with nothing in it
_TORN = b"""#!/bin/sh
while [ "$1" != --outdir ]; do shift; done
made=$2
shift 2
/bin/mkdir -p "$made"
for file; do
    name=${file##*/}
    /bin/cat > "$made/${name%.docx}.pdf" <<'END'
%PDF-1.6
1 0 obj<</Type/Catalog/Pages 2 0 R/StructTreeRoot 4 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 6 0 R>>endobj
4 0 obj<</Type/StructTreeRoot/K[5 0 R]/ParentTree<</Nums[]>>>>endobj
5 0 obj<</Type/StructElem/S/TR/P 4 0 R>>endobj
6 0 obj<</Length 2>>stream
q

endstream endobj
trailer<</Root 1 0 R/Size 7>>
startxref
0
%%EOF
END
done
"""

CHECK = Check(
    "PDF105",
    Severity.ERROR,
    "LibreOffice leaves rows of a table off the page",
    """At the foot of a page LibreOffice sometimes loses the rows of a table that may not be split: they lie below the paper,
and nobody misses them. We count the rows in the tags of every PDF, let such rows split and print again; where rows are still
missing we say so rather than hand out half a table. Word does not lose them.""",
    bad=Example(files={"/.engine": _TORN, "/.fonts": b"#!/bin/sh\necho en\n"}),
    good=Example(body="Text.\n"),
)
