"""Room extract: a reading text to the claims it makes. Knows nothing of datasets."""

from tally.extract.claim import Claim
from tally.extract.confidence import SURE, bands
from tally.extract.drafts import drafts_yaml, extracted_yaml
from tally.extract.evaluate import Evaluation, evaluate
from tally.extract.extract import Extraction, extract_claims, extraction
from tally.extract.numerals import NumberToken, scan_numbers
from tally.extract.quantities import unread
from tally.extract.vocabulary import ABOVE, identify, nearest, normal

__all__ = [
    "ABOVE",
    "SURE",
    "Claim",
    "Evaluation",
    "Extraction",
    "NumberToken",
    "bands",
    "drafts_yaml",
    "evaluate",
    "extract_claims",
    "extracted_yaml",
    "extraction",
    "identify",
    "nearest",
    "normal",
    "scan_numbers",
    "unread",
]  # fmt: skip
