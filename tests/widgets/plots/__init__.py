"""Numbers along the frames."""
