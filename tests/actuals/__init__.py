"""Figures on their way into the registry: one by one, and by the form."""
