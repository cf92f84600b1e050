"""How long LMS packages take and how large they are, beside others: python bench/lms.py [--sections 8] [--json]

CPU seconds, the best of three rounds, one process each:
- ours: plan, page, player, manifest, schemas and zip of each section, from its read and translated tree;
- zipfile: only the zipping of the same files, with Python's zipfile;
- simple-scorm-packager (npm): only its manifest, schemas and zipping for the same files.
Payload is what a package has before any content: player, styles, schemas, manifest. LiaScript's exporter is in no registry;
bench/README.md gives the figures that were measured of it once.
"""

from __future__ import annotations

import argparse
import io
import json
import resource
import shutil
import subprocess
import tempfile
import time
import zipfile
from pathlib import Path

from emmbuild import pipeline
from emmbuild.core.edition import Edition, Format

ROOT = Path(__file__).resolve().parent.parent
PACKAGER = ROOT / "tests/tools/node_modules/simple-scorm-packager"
ROUNDS = 3
CONTENT = ("index.html", "course.js", "media/", "import-card", "lom.xml")


def best(work: object) -> float:
    """CPU seconds of the quickest round."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()  # type: ignore[operator]
        times.append(time.process_time() - start)
    return min(times)


def files_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_zipfile(packages: list[dict[str, bytes]]) -> None:
    for files in packages:
        with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files.items():
                archive.writestr(name, data)


def with_packager(packages: list[dict[str, bytes]]) -> tuple[float, int]:
    """CPU seconds of one Node process that packs them all, and the bytes of its zips."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = []
        for number, files in enumerate(packages):
            for name, data in files.items():
                if name != "imsmanifest.xml" and not name.endswith((".xsd", ".dtd")):
                    path = Path(folder, f"in{number}", name)
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(data)
            wanted.append({
                "version": "1.2", "organization": "o", "title": "A course", "identifier": f"c{number}", "masteryScore": 80,
                "source": f"{folder}/in{number}",
                "package": {"zip": True, "outputFolder": f"{folder}/out", "name": f"c{number}", "date": "2026-01-01"},
            })  # fmt: skip
        code = (
            f"const pack = require({json.dumps(str(PACKAGER))}); const all = {json.dumps(wanted)};"
            "console.log = () => {}; const next = () => all.length && pack(all.shift(), next); next();"
        )
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(["node", "-e", code], check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return used, sum(path.stat().st_size for path in Path(folder, "out").glob("*.zip"))


def measured(sections: list[str], kind: str) -> dict[str, object]:
    made: Format = pipeline.formats()[kind]
    desk = pipeline.desk(ROOT)
    editions: list[Edition] = [desk.edition_maker(name, "en").edition(made, made.audiences[0]) for name in sections]
    zips = [made.write(edition).data for edition in editions]  # warm: shared parts are packed once a process
    ours = best(lambda: [made.write(edition) for edition in editions])
    packages = [files_of(data) for data in zips]
    payload = [sum(len(d) for n, d in files.items() if not n.startswith(CONTENT)) for files in packages]
    player = [sum(len(d) for n, d in files.items() if n.startswith("player/") or n == "theme.css") for files in packages]
    size = sum(map(len, zips)) // len(zips)
    row: dict[str, object] = {
        "format": kind, "packages": len(zips), "ours_ms": 1000 * ours / len(zips), "bytes": size,
        "largest": max(map(len, zips)), "files": max(map(len, packages)), "payload": max(payload), "player": max(player),
        "zipfile_ms": 1000 * best(lambda: with_zipfile(packages)) / len(zips),
    }  # fmt: skip
    if kind == "scorm12" and PACKAGER.is_dir() and shutil.which("node"):
        rounds = [with_packager(packages) for _ in range(ROUNDS)]
        row["packager_ms"] = 1000 * min(used for used, _ in rounds) / len(zips)
        row["packager_bytes"] = rounds[0][1] // len(zips)
    return row


def main() -> None:
    parser = argparse.ArgumentParser(description="Time and size of LMS packages beside others.")
    parser.add_argument("--sections", type=int, default=32)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    sections = list(pipeline.desk(ROOT).shelf.sections)[: options.sections]
    rows = [measured(sections, kind) for kind in ("scorm12", "scorm2004", "cmi5")]
    if options.json:
        print(json.dumps(rows, indent=1))
        return
    print("| format | packages | ours | zipfile | simple-scorm-packager | bytes | largest | files | payload | player |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for row in rows:
        other = f"{row['packager_ms']:.0f} ms, {row['packager_bytes']:,}" if "packager_ms" in row else "–"
        cells = (
            row["format"], row["packages"], f"{row['ours_ms']:.1f} ms", f"{row['zipfile_ms']:.1f} ms", other,
            f"{row['bytes']:,}", f"{row['largest']:,}", row["files"], f"{row['payload']:,}", f"{row['player']:,}",
        )  # fmt: skip
        print("| " + " | ".join(map(str, cells)) + " |")


if __name__ == "__main__":
    main()
