"""The graph language: specs, graph, edits, keys, evaluator, store and the node library. No Qt, no torch."""
