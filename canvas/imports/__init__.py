"""Bytes in, changes out: every file is bounded and checked before anything is stored."""
