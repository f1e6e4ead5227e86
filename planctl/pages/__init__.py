"""Values -> pages: all wording of what people read, one file per subject.

A page knows neither widths nor formats. ``phrases`` are shared by all subjects; ``X_phrases`` by one.
"""
