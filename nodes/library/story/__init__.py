"""Nodes that hold the drawn storyboard."""
