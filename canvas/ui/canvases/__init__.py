"""The canvases: ways to see a step's records as a whole.  None keeps data of its own."""
