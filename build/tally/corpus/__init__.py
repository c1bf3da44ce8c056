"""Room corpus: many reports to claims as partitioned Parquet, on as many cores as there are."""

from tally.corpus.documents import Document, Reader
from tally.corpus.engine import EngineError
from tally.corpus.gather import gather, reader_of
from tally.corpus.store import StoreError

__all__ = ["Document", "EngineError", "Reader", "StoreError", "gather", "reader_of"]
