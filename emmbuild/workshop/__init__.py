"""What a workshop is and what follows from its recipe: times, groups, rota, coverage. Pure values, no files."""
