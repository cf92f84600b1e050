"""Tiny learning packages, whole or with one thing wrong; shared by the checks of packages."""

from __future__ import annotations

import io
import stat
import zipfile

from emmbuild.core.subject import Example

PACKAGE = "/package.zip"
PAGE = "<!DOCTYPE html><html><head><title>A</title><script src='api.js'></script></head><body>A</body></html>"
SCRIPT = 'parent.API.LMSInitialize(""); parent.API.LMSSetValue("cmi.core.lesson_status", "incomplete");'
MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="sample" version="1"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="org">
    <organization identifier="org">
      <title>A sample</title>
      <item identifier="item" identifierref="page">
        <title>A sample</title>
        <adlcp:masteryscore>80</adlcp:masteryscore>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="index.html">
      <file href="index.html"/>
      <file href="api.js"/>
    </resource>
  </resources>
</manifest>
"""
STRUCTURE = """<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="urn:sample:course">
    <title><langstring lang="en">A</langstring></title>
    <description><langstring lang="en">A</langstring></description>
  </course>
  <au id="urn:sample:unit" moveOn="Passed" masteryScore="0.8">
    <title><langstring lang="en">A</langstring></title>
    <description><langstring lang="en">A</langstring></description>
    <url>index.html</url>
  </au>
</courseStructure>
"""


def files(manifest: str | None = MANIFEST, page: str = PAGE, script: str = SCRIPT) -> dict[str, bytes]:
    """The parts of the whole package, or with others; without a manifest for None."""
    first = {} if manifest is None else {"imsmanifest.xml": manifest.encode()}
    return {**first, "index.html": page.encode(), "api.js": script.encode()}


def zipped(parts: dict[str, bytes], modes: dict[str, int] | None = None, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The parts as a zip; `modes` are Unix modes by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name)
            info.external_attr = (modes or {}).get(name, 0) << 16
            info.compress_type = method
            archive.writestr(info, data)
    return out.getvalue()


def example(says: str, data: bytes) -> Example:
    """An example whose package is `data`; `says` is what people are shown of it."""
    return Example(files={PACKAGE: data}, says=says)


def changed(old: str, new: str) -> Example:
    """The package with `new` for `old` in its manifest."""
    assert old in MANIFEST
    return example(f"in imsmanifest.xml:\n{new.strip()[:300]}", zipped(files(MANIFEST.replace(old, new, 1))))


def with_file(name: str, data: bytes = b"A", mode: int = 0) -> Example:
    """The package with one more file."""
    return example(f"a file named {name[:80]}", zipped({**files(), name: data}, {name: mode}))


def unit(old: str, new: str) -> Example:
    """A cmi5 package with `new` for `old` in its course structure."""
    assert old in STRUCTURE
    parts = {**files(None), "cmi5.xml": STRUCTURE.replace(old, new, 1).encode()}
    return example(f"in cmi5.xml:\n{new.strip()}", zipped(parts))


LINK = stat.S_IFLNK | 0o777
GOOD = example("imsmanifest.xml, index.html and api.js at the root of the zip", zipped(files()))
GOOD_UNIT = unit("index.html", "index.html")
