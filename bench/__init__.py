"""Measurements: each script prints figures and the bars they are held against."""
