"""Nodes that change when frames are shown."""
