"""What was said about a case, and until where each person has read it."""
