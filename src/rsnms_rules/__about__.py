"""The version, alone, so that the build and the start of the command read nothing else."""

__version__ = "0.1.0"
