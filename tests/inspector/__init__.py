"""The inspector: rows, editors and help."""
