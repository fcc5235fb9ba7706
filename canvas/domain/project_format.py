"""What a project file calls itself, for who writes it and who reads it."""

FORMAT = "canevas-project"

VERSION = 1
"""Raised when an older file must be rewritten to be read; see canvas/imports/project.py."""

FIGURES = "figures"
"""Where the figures of files are, by fingerprint; absent where there are none."""

ENDING = "canevas.json"
