"""The bedrock under every floor: the root error, the clock of Vietnam, and clean text. Nothing else."""
