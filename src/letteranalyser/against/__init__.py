"""What a letter says to a motion or note that is laid beside it: each request with the rows and passages that answer it."""

from letteranalyser.against.matching import answers_to
from letteranalyser.against.requests import find_requests

__all__ = ["answers_to", "find_requests"]
