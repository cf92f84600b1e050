"""PO for one translator: the chosen texts of a course in one file, whatever folders they come from.

The packs themselves are PO too; this is for those who work by mail. A text that is still marked fuzzy ("needs work")
comes back as blank: nobody has confirmed it.
"""

from __future__ import annotations

import re

from emmbuild.exchange.parcel import BASE, Delivery, Exchange, Parcel, Returned, unreadable
from emmbuild.localize import catalogs
from emmbuild.localize.states import State

_BASE = re.compile(rf"^base: ({BASE.pattern})$", re.MULTILINE)


def write(parcel: Parcel) -> bytes:
    """Stale texts are fuzzy; their note holds the source they were made from."""
    loose = (
        catalogs.Loose(
            row.id,
            row.source,
            row.target,
            row.state is State.STALE,
            "\n".join(filter(None, (row.context, row.note, f"base: {row.base}"))),
        )
        for row in parcel.rows
    )
    return catalogs.loose_text(parcel.name, parcel.language.code, parcel.language.plurals, loose).encode()


def read(data: bytes) -> Delivery:
    """Raises ContentError TRX101 for anything but a PO file with texts of ours."""
    try:
        found = catalogs.loose_in(data.decode("utf-8-sig"))
    except (ValueError, OSError) as problem:
        raise unreadable("PO", str(problem)) from None
    if not any(one.id for one in found):
        raise unreadable("PO", "no text in it has an id (msgctxt)")
    rows, remarks = [], []
    for one in found:
        if not one.id:
            remarks.append(f"line {one.line}: a text without msgctxt: {one.source[:60]}")
            continue
        base = _BASE.search(one.note)
        target = "" if one.fuzzy else one.target
        rows.append(Returned(one.id, target, base[1] if base else "", one.source, f"line {one.line}"))
    return Delivery(tuple(rows), tuple(remarks))


FORMAT = Exchange("po", "PO, the chosen texts in one file", "po", write, read)
