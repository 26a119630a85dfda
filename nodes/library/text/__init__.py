"""Nodes that hold words."""
