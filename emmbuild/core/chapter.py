"""The parts that every chapter has, in their order: the id of the heading and the words that a new chapter begins with."""

PARTS = {
    "why-it-matters": "Why it matters",
    "data-and-gaps": "Data and gaps",
    "instruments": "Instruments",
    "commitments": "Initiatives and commitments",
    "dialogue": "Dialogue between States",
    "essentials": "Essentials",
}
