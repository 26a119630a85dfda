"""The nodes that ship with Storyloom: one node, one file, found by walking this package."""
