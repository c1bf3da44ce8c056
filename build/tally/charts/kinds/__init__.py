"""The kinds of charts: a module each, whose `chart` makes the Altair chart from its options."""
