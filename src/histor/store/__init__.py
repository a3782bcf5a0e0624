"""The ledger: one file, append only; SQL is nowhere else."""
