"""Nodes for looking and talking."""
