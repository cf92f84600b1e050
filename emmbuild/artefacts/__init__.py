"""Everything that a workshop build makes: one module an artefact, each a small planner over the same kit."""
