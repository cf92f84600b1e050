"""Makes the files of a workshop: artefacts → bytes → PDF → what is made last → the output folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from emmbuild import press, registry
from emmbuild.artefacts.shape import NONE, Artefact, Copies, Deck, File, Made, Output, Package, Paper
from emmbuild.assembly.hall import Hall
from emmbuild.assembly.kit import WorkshopKit
from emmbuild.core.diagnostics import ContentError, Diagnostic, has_errors, warning
from emmbuild.core.edition import Built
from emmbuild.pipeline import Artefact as Listed
from emmbuild.pipeline import formats
from emmbuild.render.word import word_file
from emmbuild.world import write_if_changed
from emmbuild.writers.pptx.bound import bound

_KINDS = {"zip": "package", "md": "text", "txt": "text", "html": "html"}


def artefacts() -> tuple[Artefact, ...]:
    """Every artefact that a workshop can have, by name."""
    found = registry.found("emmbuild.artefacts", "ARTEFACT").values()
    return tuple(sorted(found, key=lambda one: one.name))


@dataclass(frozen=True, slots=True)
class Wish:
    """What of a workshop is built: languages and kinds of file (pdf, docx …), empty = all that the recipe wants."""

    languages: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    @property
    def pdf(self) -> bool:
        return not self.kinds or "pdf" in self.kinds


@dataclass(slots=True)
class Shop:
    """What has been made so far; `office`: files that still want a PDF."""

    made: list[Made] = field(default_factory=list)
    office: list[tuple[Made, Copies]] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)

    def take(self, output: Output, one: Artefact, *, pdf: bool) -> None:
        """Turn an output into bytes."""
        wanted, copies = False, NONE
        match output:
            case Paper():
                built, code, copies = (
                    word_file(output.document, output.edition),
                    output.edition.language.code,
                    output.copies,
                )
                wanted, path = pdf and "pdf" in output.formats, f"{output.path}.docx"
            case Deck():
                built, code, copies = bound(output.book), output.book.frame.language.code, output.copies
                wanted, path = pdf and output.pdf, f"{output.path}.pptx"
            case Package():
                bind = formats()[output.kind].bind
                assert bind is not None, f"{output.kind} holds one section only"
                built, code, path = bind(output.bundle), output.bundle.language_code, f"{output.path}.zip"
            case File():
                built, code, copies = Built(output.data), output.language, output.copies
                wanted, path = pdf and output.pdf, output.path
        self.problems += built.diagnostics
        if has_errors(built.diagnostics):
            return
        kind = output.kind if isinstance(output, Package) else kind_of(path)
        made = Made(path, built.data, kind, code, one.audience, one.name, copies=NONE if wanted else copies)
        self.made.append(made)
        if wanted:
            self.office.append((made, copies))

    def press(self) -> None:
        """PDFs for all that want one, in one run."""
        waiting, self.office = self.office, []
        if not waiting:
            return
        try:
            printed = press.to_pdf({made.path: made.data for made, _ in waiting})
        except ContentError as problem:
            self.problems += (warning(d.code, d.message, d.span, hint=d.hint) for d in problem.diagnostics)
            return
        for made, copies in waiting:
            data = printed[made.path]
            path = made.path.rsplit(".", 1)[0] + ".pdf"
            self.made.append(Made(path, data, "pdf", made.language, made.audience, made.source, press.pages(data), copies))


def kind_of(path: str) -> str:
    ending = path.rsplit(".", 1)[-1]
    return _KINDS.get(ending, ending)


def build(
    hall: Hall, wish: Wish, out: Path, done: Callable[[str], None] = lambda name: None
) -> tuple[list[Listed], list[Diagnostic]]:
    """Make the wanted artefacts of a workshop below `out`/<id>; what was made there, and what is to be said."""
    kit, shop = WorkshopKit(hall), Shop()
    workshop = kit.workshop
    chosen = [one for one in artefacts() if one.wanted(workshop)]
    spoken = [code for code in workshop.languages.working if code in kit.languages]
    for one in chosen:
        if one.make is None:
            continue
        done(one.name)
        for code in _languages(one, spoken, workshop.languages.source, wish.languages):
            for output in one.make(kit, code):
                shop.take(output, one, pdf=wish.pdf)
    done("pdf")
    shop.press()
    for one in sorted((one for one in chosen if one.last), key=lambda one: one.name == "usb"):
        done(one.name)
        assert one.last is not None
        for output in one.last(kit, tuple(shop.made)):
            shop.take(output, one, pdf=wish.pdf)
        shop.press()
    kept = [made for made in shop.made if not wish.kinds or made.kind in wish.kinds]
    return [written(made, hall, out) for made in kept], shop.problems


def _languages(one: Artefact, spoken: Iterable[str], source: str, wished: tuple[str, ...]) -> tuple[str, ...]:
    match one.languages:
        case "once":
            return ("",)
        case "source":
            return (source,)
    return tuple(code for code in spoken if not wished or code in wished)


def written(made: Made, hall: Hall, out: Path) -> Listed:
    """Put a finished output into its folder."""
    path = f"{hall.id}/{made.path}"
    write_if_changed(out / path, made.data)
    facts: dict[str, object] = {"artefact": made.source}
    if made.pages:
        facts["pages"] = made.pages
    if made.copies.count:
        facts["copies"] = made.copies.count
    digest = sha256(made.data).hexdigest()
    return Listed(path, made.kind, hall.id, made.language, made.audience, digest, len(made.data), (hall.file,), facts)
