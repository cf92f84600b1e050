"""Invents participants for tests, examples and the guide: `tools/invent_participants.py 60 > participants.csv`.

Nobody here exists, nor do the fifteen countries. The same number and seed give the same file. Of 60 people 20 speak
English only, 10 Arabic and English, 9 French only …
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
from random import Random

COUNTRIES = [
    "Arvenia",
    "Belmora",
    "Castrelle",
    "Dunmark",
    "Estoria",
    "Falmira",
    "Gandara",
    "Halvania",
    "Ibresia",
    "Jorvale",
    "Kestria",
    "Lumenia",
    "Maravel",
    "Norwick",
    "Ostania",
]
AGENCIES = (
    "Ministry of Labour",
    "Ministry of Interior",
    "Border Guard",
    "Police",
    "Public Prosecution",
    "Ministry of Foreign Affairs",
    "Trade union",
    "Employers' federation",
)
MIXTURE = (("en", 20), ("ar en", 10), ("fr", 9), ("ar fr en", 8), ("ar fr", 6), ("ar", 4), ("fr en", 3))
ARABIC = {
    "f": (("Nadiya", "نادية"), ("Samar", "سمر"), ("Huda", "هدى"), ("Rim", "ريم"), ("Salwa", "سلوى"), ("Lubna", "لبنى")),
    "m": (("Tarik", "طارق"), ("Munir", "منير"), ("Walid", "وليد"), ("Jamil", "جميل"), ("Sami", "سامي"), ("Nabil", "نبيل")),
    "": (
        ("Bel Wadi", "بالوادي"),
        ("Qasrani", "القصراني"),
        ("Nakhlawi", "النخلاوي"),
        ("Rimali", "الرمالي"),
        ("Zaytari", "الزيتاري"),
        ("Burjani", "البرجاني"),
        ("Safsafi", "الصفصافي"),
    ),
}
LATIN = {
    "f": ("Adela", "Brise", "Corinne", "Dorle", "Elvire", "Fanta", "Gisele", "Hanne", "Ilse", "Juna"),
    "m": ("Anselm", "Bastien", "Cyril", "Dorian", "Edmar", "Florin", "Gaspar", "Hedvin", "Ivo", "Jorin"),
    "": (
        "Ambrel",
        "Bonvert",
        "Caldry",
        "Dufresnel",
        "Eskwith",
        "Fennimar",
        "Garrowe",
        "Hollnar",
        "Ingrel",
        "Jessamy",
        "Kouvel",
    ),
}
EXPERIENCE = ("new", "some", "long")
COLUMNS = (
    "code",
    "name",
    "name_local",
    "country",
    "agency",
    "gender",
    "experience",
    "languages",
    "email",
    "step_free",
    "large_print",
)


def invented(count: int, seed: int = 7, also: str = "") -> list[dict[str, str]]:
    """`count` people, in the order of their codes. p044 reads large print. `also`: a language that everybody speaks."""
    rng = Random(seed)
    total = sum(share for _, share in MIXTURE)
    langs = [mix for mix, share in MIXTURE for _ in range(share)]
    langs = [langs[at * total // count] if count < total else langs[at % total] for at in range(count)]
    rng.shuffle(langs)
    people: list[dict[str, str]] = []
    used: set[str] = set()
    for at, spoken in enumerate(langs):
        gender = "fm"[rng.randrange(20) >= 9]
        name, local = _name(spoken, gender, rng, used)
        code = f"p{at + 1:03}"
        known = dict.fromkeys([*spoken.split(), *also.split()])
        people.append(
            {
                "code": code,
                "name": name,
                "name_local": local,
                "country": COUNTRIES[at % len(COUNTRIES)],
                "agency": AGENCIES[rng.randrange(len(AGENCIES))],
                "gender": gender,
                "experience": EXPERIENCE[rng.randrange(len(EXPERIENCE))],
                "languages": ", ".join(known),
                "email": f"{code}@example.org",
                "step_free": "yes" if at % 20 == 7 else "no",
                "large_print": "yes" if code == "p044" else "no",
            }
        )
    return people


def _name(spoken: str, gender: str, rng: Random, used: set[str]) -> tuple[str, str]:
    """A name nobody has yet (the Latin one, and in Arabic script for people who speak Arabic)."""
    first, last = (ARABIC if "ar" in spoken.split() else LATIN)[gender], (ARABIC if "ar" in spoken.split() else LATIN)[""]
    for number in range(1000):
        one, other = first[rng.randrange(len(first))], last[rng.randrange(len(last))]
        parts = [(one, "") if isinstance(one, str) else one, (other, "") if isinstance(other, str) else other]
        more = "" if number < 50 else f" {chr(ord('A') + number % 26)}."
        name = f"{parts[0][0]}{more} {parts[1][0]}"
        if name not in used:
            break
    else:
        name = f"{name} {len(used)}"
    used.add(name)
    return name, f"{parts[0][1]} {parts[1][1]}".strip()


def table(people: list[dict[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(people)
    return out.getvalue()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--also", default="", help="a language that everybody speaks")
    given = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(table(invented(given.count, given.seed, given.also)))
