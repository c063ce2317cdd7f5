"""The parts of ``bench/make_registry.py``: names, measures, and the trees of every kind of file of a made-up registry."""
