"""Pages and pictures of the open internet, read without opening the way to anything else."""
