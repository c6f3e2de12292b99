"""Where sessions, studies and ledgers are kept."""
