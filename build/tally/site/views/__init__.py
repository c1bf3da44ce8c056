"""What each page shows: pure functions from records to the few values its template needs."""
