"""The lists that the command prints, a query each; `secondhand <name>`."""
