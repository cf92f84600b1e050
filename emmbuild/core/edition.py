"""What one output file is made from, and the shape of what makes it.

A `Format` is what a writer module offers; an `Edition` is what it gets: a section already selected
for its reader, translated and lowered to core blocks.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from gettext import c2py
from pathlib import Path

from emmbuild.core import formats, sorting
from emmbuild.core.diagnostics import Diagnostic
from emmbuild.core.nodes import Library, Question, Section
from emmbuild.core.text import Text, words_of
from emmbuild.core.walk import nodes


@dataclass(frozen=True, slots=True)
class Language:
    """Facts of a language pack. `tag` is the BCP 47 tag Office and browsers get ("fa-IR"), `script` an
    ISO 15924 code (Latn, Arab, Hang), `digits` a CLDR numbering system (latn, arab, arabext), `plurals` the
    gettext Plural-Forms rule, `minutes` how a number of minutes reads: one form, or one for each plural,
    `habits` what its spelling asks of a translation (spaced-marks, persian-letters, half-space, own-script, no-cyrillic,
    arabic-marks, free-marks), `formats` how it writes dates, times, lists and numbers, and sorts."""

    code: str
    tag: str
    name: str
    english_name: str
    rtl: bool = False
    script: str = "Latn"
    digits: str = "latn"
    quotes: tuple[str, str] = ("“", "”")
    minutes: tuple[str, ...] = ("{n} min",)
    plurals: str = ""
    habits: tuple[str, ...] = ()
    formats: formats.Formats = formats.Formats()

    @property
    def direction(self) -> str:
        return "rtl" if self.rtl else "ltr"


@dataclass(frozen=True, slots=True)
class Words:
    """The words the tool adds, in one language. Unknown keys are a bug and raise `KeyError`."""

    language: Language
    entries: dict[str, str]

    def __call__(self, key: str, **values: object) -> str:
        shown = {name: self.number(value) if isinstance(value, int) else value for name, value in values.items()}
        return self.entries[key].format(**shown)

    def text(self, key: str, **values: object) -> Text:
        return words_of(self(key, **values))

    def number(self, value: int) -> str:
        return self.digits(value)

    def digits(self, value: object) -> str:
        """What `value` is written as, in the digits of the language."""
        return str(value).translate(_DIGITS.get(self.language.digits, {}))

    def decimal(self, value: float, places: int = 0) -> str:
        """ "1,234.5": thousands parted, so many decimals."""
        return formats.decimal(self.language.formats.numbers, value, places, self.digits)

    def percent(self, value: float, places: int = 0) -> str:
        """ "50%" for 50."""
        return self.language.formats.numbers.percent.format(n=self.decimal(value, places))

    def date(self, value: datetime.date, weekday: bool = False, year: bool = True) -> str:
        """ "17 May 2024", "Friday 17 May"."""
        return formats.day(self.language.formats.dates, value, self.digits, weekday, year)

    def date_range(self, first: datetime.date, last: datetime.date) -> str:
        """ "17–19 May 2024"."""
        return formats.days(self.language.formats.dates, first, last, self.digits)

    def weekday(self, value: datetime.date) -> str:
        """The name of its day; "" where the pack has none."""
        names = self.language.formats.dates.weekdays
        return names[value.weekday()] if names else ""

    def time(self, value: datetime.time) -> str:
        """ "09:30"."""
        return formats.clock(self.language.formats.times, value, self.digits)

    def time_range(self, first: datetime.time, last: datetime.time) -> str:
        """ "09:30–11:00"."""
        return formats.hours(self.language.formats.times, first, last, self.digits)

    def join(self, items: Iterable[str], either: bool = False) -> str:
        """ "A, B and C", or with "or" where only one of them is meant."""
        lists = self.language.formats.one_of if either else self.language.formats.all_of
        return formats.joined(lists, list(items))

    def quoted(self, words: str) -> str:
        return words.join(self.language.quotes)

    def sort_key(self, words: str) -> sorting.Key:
        """What to sort texts by in this language: `sorted(terms, key=words.sort_key)`."""
        return sorting.key(self.language.formats.sorting, words)

    def initial(self, words: str) -> str:
        """The letter under which a text stands in an index; "" for a number."""
        return sorting.initial(self.language.formats.sorting, words)

    def minutes(self, value: int) -> str:
        """ "30 min", in the plural form that the language wants."""
        forms = self.language.minutes
        return forms[plural_form(self.language.plurals, value) if len(forms) > 1 else 0].format(n=self.number(value))


def family(code: str) -> tuple[str, ...]:
    """A language and those it is a variant of, the most general first: "fr", "fr-CA"."""
    parts = code.split("-")
    return tuple("-".join(parts[:count]) for count in range(1, len(parts) + 1))


def plural_form(rule: str, value: int) -> int:
    """Which plural form a gettext Plural-Forms rule picks for a number; 0 where there is no rule."""
    _, _, expression = rule.partition("plural=")
    return int(_compiled(expression.strip().rstrip(";"))(value)) if expression else 0


_compiled = cache(c2py)
_DIGITS = {
    "arab": str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"),
    "arabext": str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"),
}


@dataclass(frozen=True, slots=True)
class Fonts:
    """Font families for one script."""

    heading: str
    body: str


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by role ("#rrggbb"), fonts by script, and where its templates are (deck, paper): in its own folder,
    or in the default theme's where it has none. `keeps`: its deck comes from others and keeps its own colours and fonts,
    `keeps_paper`: its documents do."""

    name: str
    folder: Path
    colours: dict[str, str]
    fonts: dict[str, Fonts]
    templates: dict[str, Path] = field(default_factory=dict)
    keeps: bool = False
    keeps_paper: bool = False

    def template(self, name: str) -> Path:
        """The folder of the template `name` (deck or paper)."""
        return self.templates.get(name, self.folder / name)

    def font(self, script: str) -> Fonts:
        return self.fonts.get(script, self.fonts["Latn"])


@dataclass(frozen=True, slots=True)
class Places:
    """Where things stand in what is printed: `slides`: key of a slide → its number in the deck; `pages`: bookmark → page of
    this document, `workbook`: of the participant's, both as LibreOffice laid them out, and empty where nobody did."""

    slides: dict[str, int] = field(default_factory=dict)
    pages: dict[str, int] = field(default_factory=dict)
    workbook: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edition:
    """One section for one reader in one language. `section.blocks` holds core blocks only.

    `languages` are all packs, to set the direction of words that fell back to another language;
    `volume` is the title of the section's volume in this language; `part` names what the file holds where a format
    makes several files of a section ("w1"); `places` say where what it refers to stands.
    """

    section: Section
    library: Library
    language: Language
    languages: dict[str, Language]
    words: Words
    theme: Theme
    audience: str
    volume: Text
    part: str = ""
    places: Places = Places()

    @property
    def name(self) -> str:
        """The start of every file name: "2.6-fr"."""
        return f"{self.section.id}-{self.language.code}"

    def language_of(self, text: Text) -> Language:
        return self.languages.get(text.lang, self.language) if text.lang else self.language


@dataclass(frozen=True, slots=True)
class Bundle:
    """Several sections, or one in several languages, for one file.

    `id` is stable: identifiers and file names come from it. `shape` is "single" (one section), "menu" (one unit with a
    menu of the sections) or "multi" (a unit for each section). `titles` has one title for each language; `editions[s][l]`
    is section s in language l; the first language is the one that opens.
    """

    id: str
    shape: str
    titles: tuple[Text, ...]
    editions: tuple[tuple[Edition, ...], ...]

    @property
    def languages(self) -> tuple[Language, ...]:
        return tuple(edition.language for edition in self.editions[0])

    @property
    def language_code(self) -> str:
        """ "fr", or "mul" (ISO 639-2) where it holds several languages."""
        return self.languages[0].code if len(self.languages) == 1 else "mul"


@dataclass(frozen=True, slots=True)
class Built:
    """The bytes of one output file, and what the writer has to say about them.

    `facts` are figures worth printing (slides, screens, worst-case state in characters).
    """

    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Format:
    """An output kind. `audiences` are the editions it makes; `readers[audience]` is whose blocks they hold.

    `keyed` says whether the answers of questions may be in the tree that the writer gets; `holds` is "everything" or
    "questions"; an unusual format is made only when somebody asks for it. `label` tells its files from those of
    another format with the same extension; what `prints` can be a PDF too; `counts` numbers the slides of an edition by
    their keys; `split` gives the editions of the files that one edition makes (none, one or
    several) where that is not just itself; `bind` makes one file of several sections or languages, where it can.
    """

    kind: str
    title: str
    extension: str
    audiences: tuple[str, ...]
    write: Callable[[Edition], Built]
    readers: dict[str, str] = field(default_factory=dict)
    keyed: frozenset[str] = frozenset({"facilitator"})
    holds: str = "everything"
    usual: bool = True
    label: str = ""
    prints: bool = False
    counts: Callable[[Edition], dict[str, int]] | None = None
    split: Callable[[Edition], tuple[Edition, ...]] | None = None
    bind: Callable[[Bundle], Built] | None = None

    def editions(self, edition: Edition) -> tuple[Edition, ...]:
        """One edition for each file to write; none for a bank of questions where there is no question."""
        if self.holds == "questions" and not any(isinstance(node, Question) for node in nodes(edition.section.blocks)):
            return ()
        return (edition,) if self.split is None else self.split(edition)

    def reader(self, audience: str) -> str:
        return self.readers.get(audience, audience)

    def file_name(self, edition: Edition) -> str:
        """ASCII file name; says the audience only where the format has more than one."""
        who = f"-{edition.audience}" if len(self.audiences) > 1 else ""
        what = f"-{self.kind}" if self.extension == "zip" or self.holds == "questions" else ""
        parts = "".join(f"-{part}" for part in (self.label, edition.part) if part)
        return f"emm-{edition.name}{who}{what}{parts}.{self.extension}"

    def bundle_name(self, bundle: Bundle) -> str:
        """As `file_name`, for a file with several sections or languages; says the shape where there is a choice."""
        shape = f"-{bundle.shape}" if bundle.shape != "single" else ""
        return f"emm-{bundle.id}-{bundle.language_code}{shape}-{self.kind}.{self.extension}"
