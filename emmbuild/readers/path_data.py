"""The `d` attribute of an SVG path (SVG 1.1, section 8.3) → absolute steps M, L, C, Q, Z."""

from __future__ import annotations

import re

from emmbuild.core.drawing import Step

_TOKEN = re.compile(r"[MmLlHhVvCcQqZz]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|[A-Za-z]")
_COUNT = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "Z": 0}


def steps_of(data: str) -> tuple[Step, ...]:
    """Raises ValueError naming the command that is not supported or lacks numbers."""
    tokens = _TOKEN.findall(data)
    steps: list[Step] = []
    x = y = start_x = start_y = 0.0
    command, place = "", 0
    while place < len(tokens):
        if tokens[place].isalpha():
            command, place = tokens[place], place + 1
        count = _COUNT.get(command.upper())
        if count is None:
            raise ValueError(f"path command {command!r} is not supported")
        numbers = [float(value) for value in tokens[place : place + count] if not value.isalpha()]
        if len(numbers) < count:
            raise ValueError(f"path command {command!r} lacks numbers")
        place += count
        kind, relative = command.upper(), command.islower()
        if kind == "Z":
            steps.append(("Z",))
            x, y = start_x, start_y
            if place < len(tokens) and not tokens[place].isalpha():
                raise ValueError("numbers after Z")
            continue
        if kind == "H":
            numbers, kind = [numbers[0] + (x if relative else 0.0), y], "L"
        elif kind == "V":
            numbers, kind = [x, numbers[0] + (y if relative else 0.0)], "L"
        elif relative:
            numbers = [value + (y if n % 2 else x) for n, value in enumerate(numbers)]
        steps.append((kind, *numbers))
        x, y = numbers[-2:]
        if kind == "M":
            start_x, start_y = x, y
            command = "l" if relative else "L"
    return tuple(steps)


def box_of(steps: tuple[Step, ...]) -> tuple[float, float, float, float]:
    """x, y, width, height of the points (control points included)."""
    xs = [float(value) for step in steps for value in step[1::2]]
    ys = [float(value) for step in steps for value in step[2::2]]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
