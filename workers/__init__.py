from stack.lean import import_without_pandas

import_without_pandas("neo4j")
