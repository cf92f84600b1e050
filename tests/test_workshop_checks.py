"""Every check of workshops: its bad example gives its code and no other, its good example gives nothing."""

from __future__ import annotations

import pytest
from conftest import ROOT

from emmbuild import pipeline
from emmbuild.assembly import after, hall
from emmbuild.core.diagnostics import ContentError
from emmbuild.workshop.rules import Edit, WorkshopCheck

RECIPES = ROOT / "emmbuild/recipes"
CHECKS = list(hall.catalogue().values())
ALSO: dict[str, set[str]] = {  # what a fault cannot help causing beside its own code
    "COV105": {"AGD113"},
    "RCP109": {"COV106"},
    "RCP110": {"COV102", "COV103"},
    "RCP111": {"COV101", "COV102"},
    "STF102": {"AGD101", "AGD102", "AGD104"},
    "WLG102": {"WLG104", "WLG105"},
}


def edited(text: str, edits: tuple[tuple[str, str], ...]) -> str:
    for old, new in edits:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the sample"
        text = text.replace(old, new)
    return text


def codes(desk: pipeline.Desk, edit: Edit) -> set[str]:
    recipe = edited((RECIPES / "sample.yaml").read_text("utf-8"), edit.recipe)
    people = edited((RECIPES / "sample.csv").read_text("utf-8"), edit.people).encode(edit.encoding)
    opened = hall.Hall(desk, "sample", recipe, people, edit.overlays, edit.results)
    if edit.results:
        try:
            return {problem.code for problem in after.results(opened)[2]}
        except ContentError as problem:
            return {one.code for one in problem.diagnostics}
    if edit.scene:
        return {problem.code for problem in hall.findings(edit.scene(opened.scene))}
    return {problem.code for problem in opened.check()}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_bad_example_gives_its_code_only(check: WorkshopCheck, real: pipeline.Desk) -> None:
    found = codes(real, check.bad)
    assert check.code in found
    assert found <= {check.code} | ALSO.get(check.code, set())


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_good_example_gives_nothing(check: WorkshopCheck, real: pipeline.Desk) -> None:
    assert codes(real, check.good) == set()
