"""The command line: arguments, terminal and exit codes, and nothing else."""
