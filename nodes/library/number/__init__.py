"""Nodes that hold numbers."""
