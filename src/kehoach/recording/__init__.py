"""Edits that a person orders: the smallest change of one file, whole or not at all, refused when the file changed meanwhile."""
