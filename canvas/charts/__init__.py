"""Charts: data in, an Altair chart out, readable from the back of a room."""
