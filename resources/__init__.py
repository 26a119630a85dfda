"""Icons, templates and data files that ship with the program."""
