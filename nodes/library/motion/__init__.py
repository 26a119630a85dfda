"""Nodes that make movement."""
