"""正卷 and 副卷 of a closed case: what belongs into which, in which order, kept for how long."""
