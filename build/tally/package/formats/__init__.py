"""The file formats of a table: each a pure function of a table to bytes, the same every time."""
