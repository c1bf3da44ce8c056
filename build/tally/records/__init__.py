"""Room records: the YAML files to frozen, typed objects that remember file, line and column."""
