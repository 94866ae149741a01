"""What a run changed: rows of `run_changes`, found by holding the new build against the published warehouse."""
