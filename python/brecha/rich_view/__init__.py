"""The picture of an assessment, in a notebook, on a page and in a terminal.

`content` gathers what is shown and in which order, once; `text` and `html` only draw it.
"""
