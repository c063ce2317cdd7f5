"""The nouns: frozen stdlib dataclasses in the shape of the files; no pydantic, no files, no output.

A field keeps what the file says (dates as text, ``when`` as written); what it *means* is worked out in :mod:`kehoach.meaning`.
A trailing underscore in a name (``from_``, ``is_``) stands for the bare word in the file.
"""
