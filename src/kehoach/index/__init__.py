"""The disposable index: one SQLite file beside nothing that matters, which remembers what was read so that nothing is read twice.

The files are the only truth. Every answer is the same with the index, without it, and with a broken one; deleting it costs time only.
"""
