"""Pictures of an assessment, drawn without a browser: light and dark, told in words, never by colour alone."""
