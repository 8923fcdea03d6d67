"""An assessment in the formats of others: documents to edit, and what tools for compliance, code review and data read."""
