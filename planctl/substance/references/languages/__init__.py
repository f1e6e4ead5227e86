"""Words that references are written with, one module per language; a new language is one more module.

Each module has one mapping, ``WORDS``, from a field of ``planctl.substance.references.words.Words`` to its
entries. Keywords are written ``name: singular forms | plural forms``, one name per line, and a name means the
same in every language. Abbreviations end in a full stop.
"""
