"""Rendering: analyses to JSON, CSV, Markdown or tables for the terminal.

``formats`` is the door: each format as what to write when a letter is done and what at the end. ``letter_report``
and ``collection_report`` lay down what a person reads (a ``Report``: labelled lines and tables of cells);
``terminal``, ``plain`` and ``markdown`` only set it.
"""
