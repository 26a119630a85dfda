"""Hand-made pictures without a window: tiles, layers, brushes. How they are shown is elsewhere."""
