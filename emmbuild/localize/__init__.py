"""Language packs: stable ids for every text, PO files, the words of the tool. The only home of polib."""
