"""Values -> JSON and CSV, for programs: every figure and every text whole, under documented schemas."""
