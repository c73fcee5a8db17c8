"""revont-guard: find exposed Revont keys, see what they may do, and whether the code needs that much."""

__version__ = "0.1.0"
