"""The native window: what is shared by all of its rooms, and what it owns."""
