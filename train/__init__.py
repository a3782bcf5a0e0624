"""Training: reads the shared data, writes model files. Torch lives here and nowhere else."""
