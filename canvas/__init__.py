"""Canevas: an interactive canvas for a social-media strategy."""

__version__ = "0.1.0"
