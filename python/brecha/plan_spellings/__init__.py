"""The spellings of a plan: a file (JSON, YAML), JSON text, or a dict. Each becomes the JSON text that the engine reads."""
