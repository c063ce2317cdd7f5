"""The registry as tidy tables for other engines: their columns with what they mean, and their rows, ward by ward."""

from __future__ import annotations

from kehoach.reports.export import catalogue, documents, promises, reported, work
from kehoach.reports.export.column import Column, Part, Table, Type

__all__ = ["TABLES", "VERSION", "Column", "Part", "Table", "Type"]

VERSION = 1
"""``kehoach_export_version``: goes up when a table or a column is renamed, removed or changes its meaning; new ones may come without."""

TABLES: tuple[Table, ...] = (
    catalogue.WARDS,
    catalogue.UNITS,
    catalogue.UNIT_ALIASES,
    catalogue.INDICATORS,
    catalogue.INDICATOR_ALIASES,
    catalogue.CITED_DOCUMENTS,
    promises.PLANS,
    promises.TARGETS,
    promises.TARGET_LEADS,
    promises.TARGET_READINGS,
    work.TASKS,
    work.TASK_UNITS,
    work.TASK_TARGETS,
    work.PROJECTS,
    work.PROJECT_LEADS,
    documents.CITATIONS,
    documents.SECTIONS,
    documents.PLAN_LISTS,
    documents.CORRECTIONS,
    documents.UNCOVERED,
    documents.ACCEPTED,
    documents.RETIRED,
    reported.ACTUALS,
    reported.ACTUAL_CORRECTIONS,
    reported.PATHS,
    reported.PATH_STEPS,
    reported.RESULTS,
    catalogue.PROBLEMS,
)
"""Every table, in the order of the documentation."""
