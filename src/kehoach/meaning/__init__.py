"""What the records mean: spans of time, the words of a commitment, units; pure functions over the model."""
