"""Files for translators' tools and back: one module a format, found by its `FORMAT`."""
