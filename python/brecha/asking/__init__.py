"""Asking for what a plan does not say yet: in a terminal, in a notebook, in a page that works without a network, in an editor."""
