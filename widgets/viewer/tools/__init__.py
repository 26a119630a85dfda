"""Tools that edit a parameter by hand over the picture: one for each kind of value."""
