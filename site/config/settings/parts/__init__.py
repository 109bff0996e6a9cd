"""One subject a file. A part may read the environment through `parts.environment`, and nothing else."""
