"""The window's end of the frame server: its process, its shared memory, what views ask of it."""
