"""Painting masks over the picture of the viewer: what is in hand, what is seen, and the tools."""
