"""The custody chain of evidence."""
