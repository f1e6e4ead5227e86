"""Hostile inputs by the thousand: plan files, folders, command lines and repositories that a stranger made.

    python -m bench.attack [--inputs 5000] [--seed 1] [--minutes 10] [--kind repository] [--keep DIR]

Every input is made from its seed, runs in a process of its own with a bound on memory and time, and is
judged by what it left: did anything of the input run, was anything written outside, is there a traceback, a
line that the input forged, a control character, a run beyond the limits.
"""
