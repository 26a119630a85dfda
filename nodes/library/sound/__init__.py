"""Nodes that work with sound."""
