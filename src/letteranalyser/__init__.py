"""Reads Dutch government letters to parliament and tells what the cabinet says of each motion and proposal.

One direction of data, a folder a stage:
``read`` (bytes to pages) → ``split`` (text, sections, footnotes) → ``tag`` (mentions) → ``link`` (entries)
→ ``align`` (positions) → ``render`` (what a person or program reads).
"""

import logging

__version__ = "0.1.0"

logging.getLogger(__name__).addHandler(logging.NullHandler())
