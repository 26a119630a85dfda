"""Nodes that generate film with a video model."""
