"""Takes packages as Open edX would: the SCORM XBlock in xblock-sdk's workbench. Run with the Python of tools/setup-xblock.

python open_edx.py A.zip B.zip … → JSON: for each file what the block found in it, and the grade after the learner has passed.
"""

from __future__ import annotations

import html
import io
import json
import logging
import os
import re
import sys
import tempfile
from pathlib import Path

import django
from django.conf import settings

PASSED = {
    "SCORM_12": [("cmi.core.score.raw", "100"), ("cmi.core.lesson_status", "passed")],
    "SCORM_2004": [
        ("cmi.score.raw", "100"),
        ("cmi.score.scaled", "1"),
        ("cmi.progress_measure", "1"),
        ("cmi.completion_status", "completed"),
        ("cmi.success_status", "passed"),
    ],
}
FORM = {
    "display_name": "A", "width": "", "height": "", "has_score": "1", "enable_navigation_menu": "1",
    "enable_fullscreen_button": "1", "navigation_menu_width": "", "weight": "1", "popup_on_launch": "0",
}  # fmt: skip


class Warned(logging.Handler):
    """Keeps what the block warned of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def prepared(folder: str) -> None:
    """Django with the workbench's settings, and everything it keeps in `folder`."""
    from workbench import settings as workbench

    known = {name: getattr(workbench, name) for name in dir(workbench) if name.isupper()}
    known["DATABASES"] = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
    known["MEDIA_ROOT"] = folder
    known["LOGGING_CONFIG"] = None
    settings.configure(**known)
    django.setup()
    from django.core.management import call_command

    call_command("migrate", run_syncdb=True, verbosity=0)


def taken(path: str, warned: Warned) -> dict[str, object]:
    """What the block makes of one package."""
    from openedxscorm import ScormXBlock
    from webob import Request
    from workbench.runtime import WorkbenchRuntime
    from xblock.fields import ScopeIds

    class Place:
        block_id = Path(path).stem

    runtime = WorkbenchRuntime("learner")
    definition = runtime.id_generator.create_definition("scorm")
    usage = runtime.id_generator.create_usage(definition)
    block = runtime.construct_xblock_from_class(ScormXBlock, ScopeIds("learner", "scorm", definition, usage))
    block.location = Place()
    assert not block.xblock_settings
    warned.lines.clear()
    upload = {**FORM, "file": (os.path.basename(path), io.BytesIO(Path(path).read_bytes()).getvalue())}
    answer = json.loads(block.studio_submit(Request.blank("/", POST=upload), "").body)
    block.initialize_student_info = lambda: None
    page = block.index_page_path
    first = block.assets_proxy(Request.blank("/"), page)
    for name, value in PASSED[block.scorm_version]:
        body = json.dumps({"name": name, "value": value}).encode()
        block.scorm_set_value(Request.blank("/", method="POST", body=body), "")
    menu = re.findall(r"<(?:a|li)[^>]*href=[^>]*>(.*?)</", block.navigation_menu, re.S)
    return {
        "errors": answer["errors"],
        "version": block.scorm_version,
        "page": page,
        "opens": first.status_int == 200 and b"player/player.js" in first.body,
        "menu": [html.unescape(re.sub(r"<[^>]*>", "", entry)).strip() for entry in menu],
        "raw_menu": block.navigation_menu,
        "warnings": [*(block.package_warnings or []), *warned.lines],
        "grade": block.get_grade(),
        "status": block.lesson_status,
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        prepared(folder)
        warned = Warned()
        logging.getLogger().addHandler(warned)
        print(json.dumps({path: taken(path, warned) for path in sys.argv[1:]}))


if __name__ == "__main__":
    main()
