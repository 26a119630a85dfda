"""Nodes that make of a film what guides another one."""
