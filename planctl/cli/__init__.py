"""One file a command: options in, one chain of calls, an exit code out.

A command's file holds its signature and docstring; what it needs is imported inside the function, so
that ``planctl --help`` loads nothing but typer.
"""
