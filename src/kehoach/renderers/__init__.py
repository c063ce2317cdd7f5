"""The same data as terminal table, JSON, CSV or Markdown; they only draw."""
