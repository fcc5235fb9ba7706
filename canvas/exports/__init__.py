"""A strategy in, bytes out.  Libraries that write documents are imported where needed."""
