"""Co-visits of a province, whose visits outgrow one machine: the reference's pairs as SQL that DuckDB
and Spark answer alike, partitioned by institution."""
