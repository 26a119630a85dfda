"""Tests of the nodes that ship with the program."""
