"""What is wrong with an installation, its warehouse, its report and its rulings, and how to mend it."""
