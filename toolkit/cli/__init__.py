"""The commands, thin: each calls a service and prints what it said."""
