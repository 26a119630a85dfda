"""Experiments as they are written down: what was asked, set, given, found; failed ones too."""
