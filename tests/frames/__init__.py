"""The frame server and the window's end of it."""
