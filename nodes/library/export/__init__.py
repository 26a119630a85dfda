"""Nodes that write files; they run only when asked to."""
