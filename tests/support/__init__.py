"""What the tests of every room may use."""
