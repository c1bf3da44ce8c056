"""The day that a command runs on."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

import click


def today() -> date:
    """The day of the clock, or of SOURCE_DATE_EPOCH."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError, OSError) as error:
        message = f"SOURCE_DATE_EPOCH is {epoch}, and it counts the seconds since 1970"
        raise click.UsageError(message) from error
    return now.date()
