"""`emmbuild play`: the local LMS page serves the package, and nothing else of this computer."""

from __future__ import annotations

import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from course_samples import edition
from test_cli import emm

from emmbuild import pipeline
from emmbuild.rehearsal import serve
from emmbuild.verify import verify


@pytest.fixture
def address() -> Iterator[str]:
    data = pipeline.formats()["scorm12"].write(edition()).data
    verdict = verify(data)
    server = serve(data, verdict.standard, "A <course>", verdict.starts)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
    thread.join()


def got(address: str) -> str:
    with urllib.request.urlopen(address) as answer:
        text: str = answer.read().decode("utf-8")
        return text


def test_the_page_and_the_package_are_served(address: str) -> None:
    page = got(address)
    assert (
        'data-standard="scorm12"' in page and "<option>index.html</option>" in page and "<h1>A &lt;course&gt;</h1>" in page
    )
    assert 'id="steps"' in got(address + "package/index.html") and "LMSInitialize" in got(address + "lms.js")


@pytest.mark.parametrize(
    "path", ["package/../lms.html", "package/%2e%2e/lms.py", "__init__.py", "package/gone.html", "etc/passwd"]
)
def test_nothing_else_is_served(address: str, path: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as problem:
        got(address + path)
    assert problem.value.code == 404
    problem.value.close()


def test_what_is_no_package_is_not_played(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"no zip")
    done = emm("play", "a.zip", cwd=tmp_path)
    assert done.returncode == 1 and "VER101" in done.stderr
    (tmp_path / "b.zip").write_bytes(pipeline.formats()["cmi5"].write(edition()).data)
    assert emm("play", "b.zip", cwd=tmp_path).returncode == 2
