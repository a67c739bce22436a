"""Rendering: analyses to JSON, CSV, Markdown or tables for the terminal."""
