"""From a document to a plan: its text with pages, the passages that may answer a question, and what a person takes from them.

`reading` makes text of files, `language` words of text, `passages` cuts and ranks, `queries` says what to look for, `offers` what
a passage names. Nothing here changes a plan without a person.
"""
