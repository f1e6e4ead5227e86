"""Values -> what you see: decides looks, never facts. Other rooms bring values, this one owns Rich, width and marks.

One file a format and subject: ``terminal/diff.py``, ``json_diff.py``, ``markdown_diff.py`` (then ``terminal/blame.py``
and so on). A terminal file returns ``list[lines.Line]`` for ``console.show``; the others return a ``str`` for
``console.write``. Every text out of a file goes through ``plain.safe`` (``lines.plain`` does that for you).
Shared by all: ``plain`` (makes text inert), ``lines`` (pieces, wrapping, columns), ``console`` (colour, width,
pager; the only file that imports Rich), ``phrases`` (dates, parties, evidence marks, banners).
"""
