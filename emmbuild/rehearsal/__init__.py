"""A local LMS page for authors: the package on one side, every call it makes on the other. Serves this computer only."""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

_HERE = Path(__file__).resolve().parent
_OURS = ("lms.css", "lms.js", "strict.js", "driver.js", "alone.js")
_MOST = 1_000_000  # bytes of a report
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
}


def page(standard: str, title: str, starts: tuple[str, ...], alone: bool = False) -> str:
    """The LMS page for a package of this standard whose units start at `starts`. `alone`: it plays by itself."""
    text = (_HERE / "lms.html").read_text("utf-8")
    if alone:
        scripts = "".join(f'<script src="{name}" defer></script>\n' for name in ("driver.js", "alone.js"))
        text = text.replace("</head>", f"{scripts}</head>")
    units = "".join(f"<option>{html.escape(start)}</option>" for start in starts)
    for mark, value in (("STANDARD", html.escape(standard)), ("UNITS", units), ("TITLE", html.escape(title))):
        text = text.replace(mark, value)
    return text.replace("Play a package", html.escape(title))


def serve(
    data: bytes,
    standard: str,
    title: str,
    starts: tuple[str, ...],
    port: int = 0,
    told: Callable[[bytes], None] | None = None,
) -> ThreadingHTTPServer:
    """A server on 127.0.0.1, not running yet. It answers from memory and writes nothing. With `told` the page plays by
    itself and tells what it saw."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    names = frozenset(archive.namelist())
    shown = page(standard, title, starts, alone=told is not None).encode("utf-8")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name = unquote(urlsplit(self.path).path).lstrip("/")
            inner = name.removeprefix("package/")
            if name == "":
                self.answer(shown, ".html")
            elif name == "favicon.ico":
                self.send_response(204)
                self.end_headers()
            elif name in _OURS:
                self.answer((_HERE / name).read_bytes(), Path(name).suffix)
            elif inner != name and inner in names:
                self.answer(archive.read(inner), Path(inner).suffix.lower())
            else:
                self.send_error(404)

        def do_POST(self) -> None:
            body = self.rfile.read(min(int(self.headers.get("Content-Length") or 0), _MOST))
            self.send_response(204 if told else 404)
            self.end_headers()
            if told:
                told(body)

        def answer(self, body: bytes, suffix: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", _TYPES.get(suffix, "application/octet-stream"))
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Silent: the page shows what matters."""

    return ThreadingHTTPServer(("127.0.0.1", port), Handler)
