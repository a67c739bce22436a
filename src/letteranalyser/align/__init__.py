"""Aligning: what the cabinet says of each motion, proposal and section."""

from letteranalyser.align.rows import align

__all__ = ["align"]
