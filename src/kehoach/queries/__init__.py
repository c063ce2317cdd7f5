"""Questions to a registry, answered as rows of plain data; no printing, no files."""
