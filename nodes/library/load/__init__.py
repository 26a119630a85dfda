"""Nodes that bring files in."""
