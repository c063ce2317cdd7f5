"""kehoach keeps government plans as plain text and answers from them.

The layers, each importing only what stands before it: ``errors``/``vietnamese`` → ``model`` →
``meaning`` → ``files`` → ``registry`` → ``queries``/``checks`` → ``reports`` → ``renderers`` → ``cli``.
"""

__version__ = "0.1.0"
