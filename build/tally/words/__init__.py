"""Room words: figures, verdicts and findings as sentences, in every language, from tables.

A language is a folder of this room: its tables are the files in it.
"""

from tally.words.search import search_words
from tally.words.tables import (
    LANGS,
    Say,
    WordsError,
    bring,
    fingerprint,
    languages,
    pick,
    say,
    speaker,
    table,
    word,
)

__all__ = [
    "LANGS",
    "Say",
    "WordsError",
    "bring",
    "fingerprint",
    "languages",
    "pick",
    "say",
    "search_words",
    "speaker",
    "table",
    "word",
]
