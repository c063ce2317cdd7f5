"""Text ↔ model: YAML with places, pydantic adapters over the dataclasses, canonical layout, schemas, source documents."""
