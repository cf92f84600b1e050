"""Forms that people answer: questions as values, and how they stand on paper."""
