"""Columns of many values, and how they are packed; what they are of is no matter here."""

from canvas.columns.values import Column, Days, Flags, Moments, Numbers, Texts

__all__ = ["Column", "Days", "Flags", "Moments", "Numbers", "Texts"]
