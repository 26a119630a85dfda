"""Measures of pictures, clips and masks."""
