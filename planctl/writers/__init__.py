"""A page -> text, one file per format: the terminal, Markdown, HTML.

Shortening, columns and escaping live here alone; what a page says is decided elsewhere. ``console`` is where
output leaves, in colour and through a pager as git does it. A new format is one file with a function from a
page to text.
"""
