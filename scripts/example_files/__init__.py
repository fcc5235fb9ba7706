"""The platform files of the software firm’s example."""
