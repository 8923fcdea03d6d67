"""The work of each command. A function takes the parsed options, prints, and gives the exit status."""

FORMATS = ("text", "json", "csv", "html", "xlsx", "markdown", "docx", "oscal", "oscal-poam", "sarif", "junit", "parquet")
"""Of a report."""
