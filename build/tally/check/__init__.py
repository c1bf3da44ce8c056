"""Room check: all that can be wrong with datasets, said with place and remedy."""
