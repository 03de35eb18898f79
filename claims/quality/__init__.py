"""How good a batch is: checks that refuse no row, the lines that lead to the rows, the worklist."""
