"""The whole course as if fully translated into six languages: CPU of sync, check and status.

.venv/bin/python bench/packs.py            # all written sections
.venv/bin/python bench/packs.py --growth   # a quarter of them, half, all
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from emmbuild.localize.codes import pieces  # noqa: E402

LATIN = "abcdefghijklmnopqrstuvwxyz"
LETTERS = {  # what each Latin letter is written as, so that every check has real work
    "fr": "àbcdéfghîjklmnôpqrstùvwxyz",
    "es": "ábcdéfghíjklmñópqrstúvwxyz",
    "bs": "abčdefghijklmnopqrštuvwxyž",
    "ar": "ابجدهفغحيخكلمنوصقرستعذوشيز",
    "fa": "ابجدهفغحیخکلمنوصقرستعذوشیز",
    "ko": "가나다라마바사아자차카타파하거너더러머버서어저처커터",
}


def dressed(source: str, code: str) -> str:
    """A made-up translation: codes stay, words change their letters."""
    table = str.maketrans(LATIN + LATIN.upper(), LETTERS[code] * 2)
    said = "".join(p.text.translate(table) if p.kind == "words" else p.text for p in pieces(source))
    return said.replace("?", "؟") if code in ("ar", "fa") else said


def filled(root: Path) -> int:
    """Fill every gap of every pack; how many entries there are."""
    count = 0
    for path in sorted(root.glob("*/**/i18n/*.po")):
        file = polib.pofile(str(path), wrapwidth=0)
        for entry in file:
            entry.msgstr = entry.msgstr or dressed(entry.msgid, path.stem)
        count += len(file)
        path.write_text(str(file).rstrip("\n") + "\n", "utf-8")
    return count


def cpu(root: Path, *words: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "emmbuild", "--course", str(root), *words]
    subprocess.run(command, cwd=ROOT, check=False, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(shares: tuple[int, ...]) -> None:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for folder in ("modules", "exercises"):
            shutil.copytree(ROOT / folder, root / folder)
        cpu(root, "translate", "sync", "--add", "all")
        entries = filled(root)
        sections = [f.parent.name for f in sorted(root.glob("modules/*/*/section.md"))]
        ids = sorted({s.split("-")[0].replace(".0", ".") for s in sections}, key=lambda s: [int(p) for p in s.split(".")])
        print(f"{entries} entries in all packs")
        for share in shares:
            some = ids[: max(1, len(ids) * share // 100)]
            sync = cpu(root, "translate", "sync", "--check", *some)
            check = cpu(root, "check", "--lang", ",".join(LETTERS), *some)
            status = cpu(root, "translate", "status", *some)
            print(
                f"{len(some):3} sections: sync --check {sync:.1f} s, check --lang {check:.1f} s, status {status:.1f} s CPU"
            )


if __name__ == "__main__":
    main((25, 50, 100) if "--growth" in sys.argv else (100,))
