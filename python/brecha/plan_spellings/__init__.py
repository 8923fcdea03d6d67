"""The spellings of a plan: a file (JSON, YAML), JSON text, or a dict. JSON goes to the engine as it is, the others as a tree of values."""
