"""Verbs that no objective should begin with, since nobody can see or test what they name."""

from __future__ import annotations

VAGUE = frozenset(
    [
        "understand",
        "know",
        "learn",
        "appreciate",
        "realize",
        "realise",
        "recognise-that",
        "grasp",
        "familiarize",
        "familiarise",
        "be",
        "become",
        "have",
        "comprehend",
        "believe",
        "think",
        "consider",
        "see",
        "feel",
        "gain",
        "acquire",
        "master",
        "enjoy",
        "remember",
        "perceive",
    ]
)
