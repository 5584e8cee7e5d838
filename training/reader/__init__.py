"""Training of the reader: one encoder, several heads; torch is needed here and nowhere else."""
