"""Which fonts LibreOffice will find, by fontconfig. Where that is not there, nothing is known and nothing refused."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache

# Arabic in LibreOffice: Arial has no Arabic letters where its free look-alike stands in for it, and the font that is taken
# then writes lam-alef backwards into the text of a PDF (docs/analysis/pdf.md). The first of these that is here is better.
_ARABIC = ("Noto Naskh Arabic", "Amiri", "Scheherazade New")
_SCRIPT = {"ar": "Arabic", "fa": "Arabic", "ko": "Korean"}


def arabic() -> str:
    """A font for Arabic letters that prints well, or ""."""
    installed = _families("ar")
    return next((name for name in _ARABIC if name in installed), "")


def shows(language: str) -> bool:
    """Whether some font here has the letters of the language ("fa-IR")."""
    return shutil.which("fc-list") is None or bool(_families(language.split("-")[0]))


def writes_arabic(language: str) -> bool:
    return _SCRIPT.get(language.split("-")[0]) == "Arabic"


def _families(language: str) -> frozenset[str]:
    program = shutil.which("fc-list")
    return _asked(program, language) if program else frozenset()


@cache
def _asked(program: str, language: str) -> frozenset[str]:
    try:
        done = subprocess.run(
            [program, f":lang={language}", "family"], capture_output=True, text=True, timeout=60, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return frozenset({"?"})
    return frozenset(name.strip() for line in done.stdout.splitlines() for name in line.split(","))
