"""`emmbuild new`: start a section, chapter, exercise file or language from a skeleton, a theme from a PowerPoint file."""

from __future__ import annotations

import re
from pathlib import Path

import click

from emmbuild import pipeline, skeletons
from emmbuild.cli import new_workshop
from emmbuild.cli.main import course_folder
from emmbuild.localize import starting, words
from emmbuild.readers import languages, library
from emmbuild.readers.front_matter import SECTION_ID
from emmbuild.world import write_if_changed


@click.group("new")
def command() -> None:
    """Start a section, a chapter, an exercise file, a language, a theme or a workshop."""


command.add_command(new_workshop.command)


def _folder(section: str, title: str) -> str:
    """Folder name of a section: "2.06-migration-and-labour"."""
    volume, number = section.split(".")
    slug = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "section"
    return f"{volume}.{int(number):02d}-{slug}"


def _write(root: Path, name: str, text: str) -> None:
    path = root / name
    if path.exists():
        raise click.UsageError(f"{name} is already there; nothing was changed")
    write_if_changed(path, text.encode("utf-8"))
    click.echo(f"made {name}")


@command.command("section")
@click.argument("section")
@click.option("--title", default="", help="Title; needed where modules/library.yaml does not list the section yet.")
@click.pass_context
def section_command(context: click.Context, section: str, title: str) -> None:
    """Start section SECTION (an id like 2.7) with its exercise files."""
    _start(course_folder(context), section, title, "section")


@command.command("chapter")
@click.argument("chapter")
@click.option("--title", default="", help="Title; needed where modules/library.yaml does not list the chapter yet.")
@click.pass_context
def chapter_command(context: click.Context, chapter: str, title: str) -> None:
    """Start chapter CHAPTER (an id like C.3) from the template that all chapters share."""
    _start(course_folder(context), chapter, title, "chapter")


def _start(root: Path, section: str, title: str, kind: str) -> None:
    desk = pipeline.desk(root)
    if not re.fullmatch(SECTION_ID, section):
        raise click.UsageError(f"{section!r} is no {kind} id; write volume and number, like 2.11 or C.3")
    if desk.shelf.library.volume_of(section) is None:
        desk = _listed(root, section, title)
    volume = desk.shelf.library.volume_of(section)
    assert volume is not None
    if kind == "chapter" and volume.kind != "chapters":
        raise click.UsageError(f"volume {volume.id} holds {volume.kind}; `emmbuild new section {section}` starts one")
    if section in desk.shelf.files:
        raise click.UsageError(f"{kind} {section} is already there: {desk.shelf.files[section]}")
    title = title or desk.shelf.library.titles[section].plain
    if kind == "chapter":
        others = [name for name in desk.shelf.written if name != section]
        made = skeletons.chapter(section, title, volume.id, others[0] if others else section)
    else:
        made = skeletons.section(section, title, volume.id)
    folder = _folder(section, title)
    for name, text in made.items():
        _write(root, name.format(volume=volume.folder, folder=folder), text)
    click.echo(f"next: write, then `emmbuild check {section}` and `emmbuild build {section}`")


def _listed(root: Path, section: str, title: str) -> pipeline.Desk:
    """The course with the section added to its library file."""
    if not title:
        raise click.UsageError(f'modules/library.yaml lists no section {section}; give it a title: --title "…"')
    path = root / library.FILE
    text = library.with_section(path.read_text("utf-8"), section, title)
    if text is None:
        raise click.UsageError(f"modules/library.yaml has no volume {section.split('.')[0]} with sections")
    write_if_changed(path, text.encode("utf-8"))
    click.echo(f"added {section} to {library.FILE}")
    return pipeline.Desk(root)


@command.command("theme")
@click.argument("name")
@click.option(
    "--from",
    "source",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A presentation (.pptx), or a document or template of Word (.docx, .dotx), in the look you want.",
)
@click.pass_context
def theme_command(context: click.Context, name: str, source: Path) -> None:
    """Make theme NAME from a PowerPoint or Word file of yours: its layouts or styles, fonts and colours."""
    from emmbuild.render.foreign import WrongTemplate

    root = course_folder(context)
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", name):
        raise click.UsageError("NAME is made of small letters, digits and hyphens")
    folder = root / "themes" / name
    if folder.exists():
        raise click.UsageError(f"themes/{name} is already there; nothing was changed")
    word = source.suffix.lower() in (".docx", ".dotx", ".docm", ".dotm", ".doc", ".dot")
    try:
        made, told = (_from_word if word else _from_deck)(source.read_bytes(), name)
    except WrongTemplate as problem:
        raise click.UsageError(f"{source.name} cannot be a theme: {problem}") from None
    for path, data in made.items():
        write_if_changed(folder / path, data)
    click.echo(f"made themes/{name} from {source.name}")
    for line in told:
        click.echo(f"  {line}")
    kind, what = ("docx", "document") if word else ("pptx", "kind of slide")
    click.echo(f"next: `emmbuild build --theme {name} --to {kind}` and look at every {what} once")


def _from_deck(data: bytes, name: str) -> tuple[dict[str, bytes], list[str]]:
    from emmbuild.writers.pptx.adopt import adopt, files

    made = adopt(data, pipeline.PACKAGE.parent / "themes" / "default" / "deck")
    told = [
        f"{role.name:12} uses “{role.called}”"
        + ("" if role.how == "own" else "  (no layout of its own: its layout for text, divided up)")
        for role in made.roles
    ]
    return dict(files(made, name)), [*told, *(f"note: {remark}" for remark in made.remarks)]


def _from_word(data: bytes, name: str) -> tuple[dict[str, bytes], list[str]]:
    from emmbuild.render.word.adopt import adopt, files

    made = adopt(data, pipeline.PACKAGE.parent / "themes" / "default" / "paper")
    told = [
        f"{style.name:20} is its “{style.called}”" if style.own else f"{style.name:20} is ours: the file has none"
        for style in made.styles
    ]
    told.append("cover, tables and boxes are ours, in its colours and fonts")
    return dict(files(made, name)), [*told, *(f"note: {remark}" for remark in made.remarks)]


@command.command("exercise")
@click.argument("section")
@click.argument("name")
@click.pass_context
def exercise_command(context: click.Context, section: str, name: str) -> None:
    """Start an exercise file NAME (a short word) for SECTION."""
    root = course_folder(context)
    desk = pipeline.desk(root)
    if section not in desk.shelf.files:
        raise click.UsageError(f"section {section} is not written yet; `emmbuild new section {section}` starts it")
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", name):
        raise click.UsageError("NAME is made of small letters, digits and hyphens")
    folder = desk.shelf.files[section].split("/")[-2]
    number = 1 + sum(node_id.startswith(f"{section}.W") for node_id in desk.section(section).exercises)
    _write(root, f"exercises/{folder}/{name}.md", skeletons.exercise(section, number))
    click.echo(f"next: draw it into the section with :::{{exercise}} {section}.W{number}")


@command.command("language")
@click.argument("code")
@click.option("--name", default="", help="Its own name for itself.")
@click.option("--english", default="", help="Its English name.")
@click.option("--tag", default="", help="BCP 47 tag, such as id-ID. Default: CODE.")
@click.option("--rtl", is_flag=True, help="It is written from right to left.")
@click.option("--script", default="Latn", show_default=True, help="ISO 15924 code, such as Arab.")
@click.pass_context
def language_command(context: click.Context, code: str, name: str, english: str, tag: str, rtl: bool, script: str) -> None:
    """Start the language CODE, or list what a started one lacks. Names and facts of many languages are known."""
    desk = pipeline.desk(course_folder(context))
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", code):
        raise click.UsageError("CODE is a language code such as id, ur or fr-CA")
    folder = languages.FOLDER
    if code not in desk.languages:
        facts = starting.KNOWN.get(code)
        if facts is None and not (name and english):
            raise click.UsageError(f"the facts of {code} are not known: give --name and --english (and --rtl, --script)")
        facts = facts or starting.Facts(tag or code, name, english, rtl, script)
        for file, text in starting.files(code, facts, folder / "en").items():
            write_if_changed(folder / code / file, text.encode("utf-8"))
            click.echo(f"made emmbuild/languages/{code}/{file}")
        languages.load.cache_clear()
    language = languages.load()[code]
    open_sections = [s for s in desk.shelf.written if not _has_pack(desk, s, code)]
    lacks = starting.missing(
        language, words.entries(folder / code), words.entries(folder / "en"), desk.theme, open_sections
    )
    click.echo(f"{language.english_name} ({language.name}) still lacks:" if lacks else "nothing is missing")
    for line in lacks:
        click.echo(f"  {line}")


def _has_pack(desk: pipeline.Desk, section: str, code: str) -> bool:
    return (desk.root / desk.shelf.files[section]).parent.joinpath("i18n", f"{code}.po").is_file()
