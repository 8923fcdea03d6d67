"""A second implementation of the language's meaning, written to be obviously right and never fast.

It reads the checked ruleset as the engine prints it and a plan's text, and evaluates row by row. It shares no code with the engine:
where the two differ, one of them misunderstands the language.
"""
