"""The languages that Brecha speaks."""

LANGUAGES = ("en", "es", "pt", "fr")  # as _core.languages() has them, for those who need nothing else of the engine
