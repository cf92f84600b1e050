"""What the forms of a workshop have in common: scales, the code that matches two forms, who answers, test items as asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from emmbuild.artefacts.shape import Kit
from emmbuild.artefacts.sheets import language_names
from emmbuild.core.nodes import Option, Question
from emmbuild.core.text import EMPTY, Text, words_of
from emmbuild.core.walk import texts
from emmbuild.plan.survey.model import Ask, Choice, Part, field_name
from emmbuild.workshop.completing import all_objectives
from emmbuild.workshop.model import Session

GENDERS = ("f", "m", "x", "none")


def word(kit: Kit, code: str, key: str, **values: object) -> Text:
    return kit.words(code).text(f"measure.{key}", **values)


def choices(kit: Kit, code: str, group: str, ids: Iterable[str]) -> tuple[Choice, ...]:
    """Choices whose words are the keys measure.<group>.<id>."""
    return tuple(Choice(id, word(kit, code, f"{group}.{id}")) for id in ids)


def scale(kit: Kit, code: str, group: str, steps: int = 5) -> tuple[Choice, ...]:
    return choices(kit, code, group, (str(step) for step in range(1, steps + 1)))


def statements(kit: Kit, code: str, names: Iterable[str], group: str = "agree") -> tuple[Ask, ...]:
    """Statements (keys measure.say.<name>) with a scale."""
    steps = scale(kit, code, group)
    return tuple(Ask(name, "scale", word(kit, code, f"say.{name}"), steps) for name in names)


def open_asks(kit: Kit, code: str, names: Iterable[str], lines: int = 3) -> tuple[Ask, ...]:
    return tuple(Ask(name, "long", word(kit, code, f"ask.{name}"), lines=lines) for name in names)


def sureness(kit: Kit, code: str, when: str) -> tuple[Ask, ...]:
    """One line for each objective of the workshop: how sure somebody is to reach it. `when`: before, after, today."""
    steps = scale(kit, code, "sure")
    wanted = all_objectives(kit.workshop, kit.scene.shelf)
    return tuple(Ask(field_name(when, name), "scale", kit.objective(name, code), steps) for name in wanted)


def code_part(kit: Kit, code: str) -> Part:
    """The question that lets two forms of one person be put together, and why it is asked."""
    own = kit.workshop.assessment.match_by == "self-made-code"
    label = word(kit, code, "code" if own else "code.number")
    hint = word(kit, code, "code.how") if own else EMPTY
    title = word(kit, code, "code") if own else EMPTY
    ask = Ask("code", "short", label, hint=hint, required=True)
    return Part("code", title, (ask,), word(kit, code, "code.why") if own else EMPTY)


def about_part(kit: Kit, code: str) -> Part:
    """Sex, institution, language: only where the answer cannot be matched with the list of participants."""
    spoken = [name for name in kit.workshop.languages.working if name in kit.languages]
    asks = [
        Ask("gender", "one", word(kit, code, "gender"), choices(kit, code, "gender", GENDERS)),
        Ask("agency", "short", word(kit, code, "agency")),
    ]
    if len(spoken) > 1:
        listed = tuple(Choice(name, words_of(language_names(kit, (name,), code))) for name in spoken)
        asks.append(Ask("language", "one", word(kit, code, "answers-in"), listed, on_paper=False))
    return Part("about", word(kit, code, "about"), tuple(asks), word(kit, code, "about.lead"))


def test_session(kit: Kit, use: str) -> Session | None:
    """The session of the test `assessment/pre` or `assessment/post`."""
    return next((one for one in kit.workshop.sessions if one.kind == "test" and one.use == use), None)


def item_asks(item: Question) -> Iterator[Ask]:
    """A test item as one question, or, for a matching, one question a line."""
    name, label = field_name(item.meta.id), stem(item)
    match item.kind:
        case "single" | "true-false":
            yield Ask(name, "one", label, _options(item.options))
        case "multiple":
            yield Ask(name, "many", label, _options(item.options))
        case "ordering":
            yield Ask(name, "rank", label, _options(item.options))
        case "matching":
            shown = item.shuffle if len(item.shuffle) == len(item.pairs) else tuple(range(len(item.pairs)))
            right = tuple(Choice(item.pairs[place].id, item.pairs[place].right) for place in shown)
            yield Ask(f"{name}_about", "say", label)
            for pair in item.pairs:
                yield Ask(f"{name}_{pair.id}", "one", pair.left, right)
        case "numeric":
            yield Ask(name, "decimal", label)
        case _:
            yield Ask(name, "short", label)


def _options(options: tuple[Option, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(option.id, option.text) for option in options)


def stem(item: Question) -> Text:
    """The words of a question in one piece."""
    said = [text for text in texts(item.stem) if text]
    if len(said) == 1:
        return said[0]
    return replace(words_of(" ".join(text.plain for text in said)), lang=said[0].lang if said else "")
