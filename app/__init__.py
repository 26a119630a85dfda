"""Composes and owns lifetimes: command line, settings, workers and the window."""
