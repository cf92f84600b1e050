"""A chapter lacks one of the parts that all chapters share."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.blocks.commitments import Commitment
from emmbuild.blocks.interlinkages import Interlinkage
from emmbuild.core import walk
from emmbuild.core.chapter import PARTS
from emmbuild.core.diagnostics import Diagnostic, Severity, Span, error
from emmbuild.core.nodes import Heading
from emmbuild.core.subject import Check, Example, Subject


def find(subject: Subject) -> Iterator[Diagnostic]:
    section = subject.section
    volume = subject.library.volume_of(section.id)
    if volume is None or volume.kind != "chapters":
        return
    nodes = list(walk.nodes(section.blocks))
    headings = {
        node.meta.id.rpartition("/")[2]: node.meta.span
        for node in section.blocks
        if isinstance(node, Heading) and node.level == 1
    }
    end = section.blocks[-1].meta.span if section.blocks else Span(section.file)
    for part in PARTS:
        if part not in headings:
            yield _lacks(f"the part “{PARTS[part]}”", end, f"# {PARTS[part]} {{#{part} minutes=10}}")
    present = [name for name in headings if name in PARTS]
    for name, wanted in zip(present, [part for part in PARTS if part in present], strict=True):
        if name != wanted:
            where = f"“{PARTS[wanted]}” stands before it in every chapter"
            yield error("CHP101", f"the part “{PARTS[name]}” is not in its place", headings[name], hint=where)
            break
    tagged = [node for node in nodes if isinstance(node, Commitment)]
    if not any(node.sdg for node in tagged):
        yield _lacks("a commitment with an SDG target", end, "- {sdg=10.7} … in :::{commitments}")
    if not any(node.gcm for node in tagged):
        yield _lacks("a commitment with an objective of the Global Compact", end, "- {gcm=5} … in :::{commitments}")
    if not any(isinstance(node, Interlinkage) for node in nodes):
        yield _lacks("its interlinkages", end, ":::{interlinkages} with - {section=2.3} …")


def _lacks(what: str, span: Span, cure: str) -> Diagnostic:
    return error("CHP101", f"this chapter lacks {what}", span, hint=f"write {cure}")


_LIBRARY = b"""\
id: sample
title: A sample library
source_language: en
volumes:
  - id: "9"
    kind: chapters
    title: Sample chapters
    folder: 9-sample
    sections:
      "9.8": Another section
      "9.9": A sample section
"""
_WHOLE = "".join(f"# {title} {{#{part}}}\n\nText.\n\n" for part, title in PARTS.items())
_END = """\
:::{commitments}
- {sdg=10.7 gcm=5} A promise.
:::

:::{interlinkages}
- {section=9.8} Another chapter.
:::
"""

CHECK = Check(
    "CHP101",
    Severity.ERROR,
    "a chapter lacks one of the parts that all chapters share",
    """Readers find their way because every chapter answers the same questions in the same order: why it matters, data
and gaps, instruments, initiatives and commitments with their SDG and Global Compact tags, dialogue between States,
essentials, interlinkages.""",
    bad=Example(body=_WHOLE.replace("{#dialogue}", "{#talks}") + _END, files={"/modules/library.yaml": _LIBRARY}),
    good=Example(body=_WHOLE + _END, files={"/modules/library.yaml": _LIBRARY}),
    find=find,
)
