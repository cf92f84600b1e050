"""What came back from a workshop, and what follows from it: tests, attendance, opinions, minutes. Pure."""
