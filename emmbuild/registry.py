"""Finds plug-ins: every module of a package that offers a named object. No list to keep by hand."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import Any


@cache
def found(package: str, attribute: str) -> dict[str, Any]:
    """Module name → its `attribute`, for the direct modules and sub-packages of `package` that have it."""
    parent = importlib.import_module(package)
    offers: dict[str, Any] = {}
    for info in sorted(pkgutil.iter_modules(parent.__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{package}.{info.name}")
        if hasattr(module, attribute):
            offers[info.name] = getattr(module, attribute)
    return offers
