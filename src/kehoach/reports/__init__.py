"""Reports as frozen data: every number computed, nothing drawn."""
