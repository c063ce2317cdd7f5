"""The parts of ``bench/run.py``: what is measured, how, and how it is told."""
