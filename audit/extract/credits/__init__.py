"""Where a text says that something comes from: every credit with its whole path."""
