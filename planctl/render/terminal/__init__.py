"""Lines for a terminal or a pipe: one file a subject."""
