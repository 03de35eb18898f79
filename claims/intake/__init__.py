"""The intake: from a bureau's files to a batch in the columnar store."""
