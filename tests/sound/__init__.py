"""The tests of what is heard."""
