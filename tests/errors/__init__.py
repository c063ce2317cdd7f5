"""The gallery of bad registries and bad commands: one file per case, and what a user is told."""
