"""The XML parts of a theme's templates, read safely: no DOCTYPE, no entities, no network."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from emmbuild.core.diagnostics import ContentError, Span, error


def parsed(path: Path) -> Any:
    """The root element of a part. Raises ContentError THM102 for a part that is absent, broken or has a DOCTYPE."""
    from lxml import etree

    parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(path.read_bytes(), parser)
    except OSError:
        raise _broken(path, "is missing") from None
    except etree.XMLSyntaxError as problem:
        raise _broken(path, f"is not well-formed XML: {problem.msg}") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise _broken(path, "has a DOCTYPE, which is refused")
    return root


def _broken(path: Path, what: str) -> ContentError:
    hint = "restore the part from themes/default"
    return ContentError(error("THM102", f"the theme's part {path.name} {what}", Span(path.as_posix()), hint=hint))
