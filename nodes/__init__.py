"""The graph language: specs, graph, edits, keys, evaluator and store. No Qt, no torch."""
