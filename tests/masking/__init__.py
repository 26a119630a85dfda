"""Masks painted by hand."""
