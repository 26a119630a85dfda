"""Regions of films: where they lie, what they show, and the way back."""
