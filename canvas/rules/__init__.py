"""What follows from a strategy: pure functions over its records.  Standard library only."""
