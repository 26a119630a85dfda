"""Checkpoints of random weights in the hub's own layout, small enough to build in a second each.

Through them every path of a real model can be walked: fetched, checked, lent, loaded and run. What
they make is noise.
"""
