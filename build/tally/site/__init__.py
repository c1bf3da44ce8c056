"""The site: a MkDocs plugin that adds a page for each thing in the datasets.

A page comes about in three steps, each in its own files: `sheets` names the pages and their
addresses (`routes`), `views` turns records into the few values a template shows, with numbers
and words from `format` and `words`, and `render` fills the autoescaped templates.
"""
