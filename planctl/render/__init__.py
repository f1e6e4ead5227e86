"""Values -> what you see: decides looks, never facts. Rich, widths and marks live here alone.

One file a format and subject: ``terminal/diff.py``, ``json_diff.py``, ``markdown_diff.py``, and so for blame,
log, problems. A terminal file returns ``list[lines.Line]`` for ``console.show``; the others return a ``str``
for ``console.write``. Foreign text (out of a file, a name, an argument, git) goes through ``plain.safe``:
``lines.plain`` does that and keeps it on one line, ``lines.passage`` for texts that have lines of their own.
Shared by all: ``plain`` (makes text inert), ``lines`` (pieces, wrapping, columns), ``console`` (colour,
width, pager; the only file that imports Rich), ``phrases`` (dates, parties, evidence marks, banners),
``markdown_text`` (text that Markdown cannot take for markup).
"""
