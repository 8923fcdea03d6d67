"""Tables into plans: a list of a plan from a file or a data frame, and many plans from a table with a plan a row."""
