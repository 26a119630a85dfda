"""Nodes that change the size and place of pictures."""
