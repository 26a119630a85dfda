"""Weights in the program: whose folders they lie in, and the window that shows them."""
