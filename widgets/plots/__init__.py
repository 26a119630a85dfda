"""Numbers along the frames of a clip, as lines to look at and to jump by."""
