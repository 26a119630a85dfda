"""Tests of the node canvas."""
