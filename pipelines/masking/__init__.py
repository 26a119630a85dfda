"""Masks painted by hand over a clip: objects with keys, the shapes between them, strokes."""
