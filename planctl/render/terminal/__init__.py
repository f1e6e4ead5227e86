"""Lines for a terminal or a pipe: one file per subject."""
