"""A package played without a person: in Chromium without a window, against the local LMS page."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass

from emmbuild.core.diagnostics import ContentError, Diagnostic, Span, error
from emmbuild.rehearsal import serve

_PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
_PATIENCE = 300  # seconds for one unit, at most
_FLAGS = (
    "--headless=new",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--mute-audio",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


@dataclass(frozen=True, slots=True)
class Played:
    """One unit: its page, in how many ways it was played, whether it is one of ours, and what went wrong."""

    start: str
    ways: int
    ours: bool
    problems: tuple[str, ...]

    def messages(self) -> Iterator[Diagnostic]:
        for problem in self.problems:
            hint = "see the call in `emmbuild play`; if the package is ours, this is a bug"
            yield error("VER301", f"when it was played: {problem}", Span(self.start), hint=hint)


def browser() -> str:
    """The browser's program: what CHROMIUM names, or one that is installed. Raises ContentError VER302 without one."""
    named = os.environ.get("CHROMIUM", "")
    found = shutil.which(named) if named else next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if not found:
        hint = "install it (Debian: apt install chromium), or name its program in the variable CHROMIUM"
        raise ContentError(error("VER302", "packages are played in Chromium, and it is not on this machine", hint=hint))
    return found


def play(data: bytes, standard: str, title: str, starts: tuple[str, ...]) -> Iterator[Played]:
    """Each unit of a SCORM package, played with right, wrong and random answers and closed on every screen."""
    program = browser()
    return (_unit(program, data, standard, title, start) for start in starts)


def _unit(program: str, data: bytes, standard: str, title: str, start: str) -> Played:
    heard: list[bytes] = []
    done = threading.Event()

    def told(body: bytes) -> None:
        heard.append(body)
        done.set()

    with serve(data, standard, title, (start,), told=told) as server, tempfile.TemporaryDirectory() as profile:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        flags = [*_FLAGS, f"--user-data-dir={profile}", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
        address = f"http://127.0.0.1:{server.server_address[1]}/"
        quiet = subprocess.DEVNULL
        running = subprocess.Popen([program, *flags, address], stdin=quiet, stdout=quiet, stderr=quiet)
        try:
            for _ in range(_PATIENCE * 4):
                if done.wait(0.25) or running.poll() is not None:
                    break
        finally:
            running.terminate()
            running.wait(30)
            server.shutdown()
    if not heard:
        return Played(start, 0, False, (f"the browser ended or was silent for {_PATIENCE} seconds",))
    seen = json.loads(heard[0])
    return Played(start, int(seen["ways"]), bool(seen["ours"]), tuple(map(str, seen["problems"])))
