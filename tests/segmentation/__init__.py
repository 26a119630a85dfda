"""Masks from prompts and over time."""
