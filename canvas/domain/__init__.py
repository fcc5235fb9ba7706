"""What a strategy is: records, fields, links, messages.  Standard library only."""
