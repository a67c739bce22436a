"""Run as ``python -m letteranalyser``."""

from letteranalyser.cli.app import main

if __name__ == "__main__":
    main()
