"""`emmbuild explain CODE`: why a check exists, with a bad and a good example."""

from __future__ import annotations

import json

import click

from emmbuild import checking
from emmbuild.assembly import hall
from emmbuild.core.subject import Check, Example
from emmbuild.workshop.rules import Edit, WorkshopCheck


def shown(example: Example | Edit) -> str:
    """An example as text, each part under its name; of a recipe, the lines that differ from the sample."""
    if isinstance(example, Edit):
        new = [text for _, text in (*example.recipe, *example.people)] + [
            *example.overlays.values(),
            *example.results.values(),
        ]
        says = example.says or "\n".join(new) or "(as in the sample recipe)"
        return "\n".join("    " + line for line in says.strip().split("\n"))
    if example.says:
        return "\n".join("    " + line for line in example.says.strip().split("\n"))
    parts = [("front matter", example.front), ("section.md", example.body), ("exercises", example.exercises)]
    parts += [(name, "(a file)") for name in example.files]
    for source, target in example.pairs[1]:
        parts += [("source", source), (f"translation ({example.pairs[0]})", target)]
    named = [(name, text.strip()) for name, text in parts if text.strip()]
    indented = [(name, "\n".join("    " + line for line in text.split("\n"))) for name, text in named]
    return "\n".join(text if len(indented) == 1 else f"  {name}:\n{text}" for name, text in indented)


@click.command("explain")
@click.argument("code")
@click.option("--json", "as_json", is_flag=True)
def command(code: str, as_json: bool) -> None:
    """Say what the message CODE means and how to cure it."""
    check: Check | WorkshopCheck | None = checking.catalogue().get(code.upper()) or hall.catalogue().get(code.upper())
    if check is None:
        raise click.UsageError(f"there is no code {code!r}; `emmbuild list checks` shows them all")
    if as_json:
        click.echo(
            json.dumps(
                {
                    "code": check.code,
                    "severity": str(check.severity),
                    "title": check.title,
                    "why": check.why,
                    "bad": shown(check.bad),
                    "good": shown(check.good),
                },
                ensure_ascii=False,
                indent=1,
            )
        )
        return
    click.secho(f"{check.code} ({check.severity}): {check.title}", bold=True)
    click.echo(f"\n{check.why.strip()}\n")
    click.echo(f"Wrong:\n{shown(check.bad)}\n\nRight:\n{shown(check.good)}")
