"""Nodes that change the look of pictures."""
