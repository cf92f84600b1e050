"""Checks of workshops: one file each, found by their `CHECK`. Their examples change `emmbuild/recipes/sample.yaml`."""
