"""How the Dutch pipeline in ``src/letteranalyser/model`` is made: ``python -m training --help``."""
