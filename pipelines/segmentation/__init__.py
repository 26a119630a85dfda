"""Masks from prompts and masks carried over time behind one interface; the built-in way."""
