"""The command line: reads what was typed, calls the pipeline, shows what came back. No rules live here."""
