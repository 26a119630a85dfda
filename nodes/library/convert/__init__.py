"""Nodes that make one kind of value of another; links insert them by themselves."""
