"""The curator's desk: the claims of a source beside its text, decided by key, in a browser of
this machine."""
