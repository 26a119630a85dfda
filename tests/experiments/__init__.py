"""Experiments as they are written down."""
