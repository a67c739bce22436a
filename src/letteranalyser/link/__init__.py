"""Linking: mentions to entries, one per real actor, motion, operation or document."""

from letteranalyser.link.entries import link

__all__ = ["link"]
