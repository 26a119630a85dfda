"""Models as a person sees them: the list, one in full, the button that fetches it in place."""
