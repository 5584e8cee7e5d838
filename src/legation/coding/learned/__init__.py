"""What the learned reader sees, as attributions and drafts; rules link, date and name what it finds."""
