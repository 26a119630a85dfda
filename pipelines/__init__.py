"""Pixels and models. Knows no graph and no Qt."""
