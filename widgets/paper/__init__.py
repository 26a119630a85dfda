"""Paper: the panel in hand, its layers, and the tools that draw on it."""
