"""Makes the files of a workshop: artefacts → bytes → PDF → what is made last → the output folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import cast

from emmbuild import press, registry
from emmbuild.artefacts.shape import (
    NONE,
    Artefact,
    Copies,
    Deck,
    File,
    Handout,
    Made,
    Output,
    Package,
    Paper,
    Volume,
    Written,
)
from emmbuild.assembly import books
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
    """What has been made so far; `office`: files that still want a PDF; `volumes`: books that wait for their numbers;
    `slides`: language → key of a slide → its number in the deck of its day."""

    made: list[Made] = field(default_factory=list)
    volumes: list[tuple[Volume, Artefact]] = field(default_factory=list)
    slides: dict[str, dict[str, int]] = field(default_factory=dict)
    office: list[tuple[Made, Copies]] = field(default_factory=list)
    handouts: list[tuple[Handout, Artefact, Built]] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)

    def take(self, output: Output, one: Artefact, *, pdf: bool) -> None:
        """Turn an output into bytes."""
        wanted, copies, title = False, NONE, ""
        match output:
            case Volume():
                self.volumes.append((output, one))
                return
            case Paper():
                built, code, copies = (
                    word_file(output.document, output.edition),
                    output.edition.language.code,
                    output.copies,
                )
                wanted, path = pdf and "pdf" in output.formats, f"{output.path}.docx"
                title = output.document.edition.plain
            case Deck():
                built, code, copies = bound(output.book), output.book.frame.language.code, output.copies
                wanted, path = pdf and output.pdf, f"{output.path}.pptx"
                if output.day:
                    self.slides[code] = {**cast(dict[str, int], built.facts["numbers"]), **self.slides.get(code, {})}
            case Handout():
                if pdf:
                    self.handouts.append((output, one, bound(output.book)))
                return
            case Package():
                bind = formats()[output.kind].bind
                assert bind is not None, f"{output.kind} holds one section only"
                built, code, path = bind(output.bundle), output.bundle.language_code, f"{output.path}.zip"
            case Written():
                built, code, path = formats()[output.kind].write(output.edition), output.edition.language.code, output.path
            case File():
                built, code, copies = Built(output.data), output.language, output.copies
                wanted, path = pdf and output.pdf, output.path
        self.problems += built.diagnostics
        if has_errors(built.diagnostics):
            return
        kind = output.kind if isinstance(output, Package) else kind_of(path)
        pages = press.pages(built.data) if kind == "pdf" else 0
        made = Made(path, built.data, kind, code, one.audience, one.name, pages, NONE if wanted else copies, title)
        self.made.append(made)
        if wanted:
            self.office.append((made, copies))

    def bind(self, *, pdf: bool) -> None:
        """The workbooks and guides, language by language: what they name of each other is known only now."""
        waiting, self.volumes = self.volumes, []
        codes = dict.fromkeys(volume.editions[0].language.code for volume, _ in waiting)
        for code in codes:
            mine = [(volume, one) for volume, one in waiting if volume.editions[0].language.code == code]
            try:
                found = books.made_of([volume for volume, _ in mine], self.slides.get(code, {}), pdf=pdf)
            except ContentError as problem:
                self.problems += (warning(d.code, d.message, d.span, hint=d.hint) for d in problem.diagnostics)
                found = books.made_of([volume for volume, _ in mine], self.slides.get(code, {}), pdf=False)
            for book, (_, one) in zip(found, mine, strict=True):
                self._bound(book, one, code)

    def _bound(self, book: books.Printed, one: Artefact, code: str) -> None:
        volume = book.volume
        title = volume.editions[0].words(f"paper.{one.audience}")
        self.problems += book.word.diagnostics
        if "docx" in volume.formats:
            self.made.append(Made(f"{volume.path}.docx", book.word.data, "docx", code, one.audience, one.name, title=title))
        if book.pdf and "pdf" in volume.formats:
            path, copies = f"{volume.path}.pdf", volume.copies
            self.made.append(Made(path, book.pdf, "pdf", code, one.audience, one.name, book.pages, copies, title))

    def press(self) -> None:
        """PDFs for all that want one, in one run."""
        waiting, self.office = self.office, []
        decks, self.handouts = self.handouts, []
        if not waiting and not decks:
            return
        files = {made.path: made.data for made, _ in waiting}
        try:
            printed = press.to_pdf(files | {f"{output.path}.pptx": deck.data for output, _, deck in decks})
        except ContentError as problem:
            self.problems += (warning(d.code, d.message, d.span, hint=d.hint) for d in problem.diagnostics)
            return
        for made, copies in waiting:
            data = printed[made.path]
            path = made.path.rsplit(".", 1)[0] + ".pdf"
            self.made.append(
                Made(path, data, "pdf", made.language, made.audience, made.source, press.pages(data), copies, made.title)
            )
        for output, one, _ in decks:
            frame = output.book.frame
            slides, language = printed[f"{output.path}.pptx"], frame.language
            data = press.handout(slides, rtl=language.rtl)
            path = f"{output.path}.pdf"
            self.made.append(
                Made(path, data, "pdf", language.code, one.audience, one.name, press.pages(data), output.copies)
            )


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
    shop.bind(pdf=wish.pdf)
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
