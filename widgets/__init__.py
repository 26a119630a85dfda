"""Qt views over the graph and its results. No torch."""
