"""Workbooks: the form that a ward fills in, written by xlsxwriter, read back by openpyxl, marked where it is wrong."""
