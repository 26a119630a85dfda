"""Found things as people see and tick them."""
