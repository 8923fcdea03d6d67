"""Rules in a notebook's cell: `%load_ext brecha`, then `%%brecha`."""
