"""Room package: records to tables, and the tables to files that people take away."""
