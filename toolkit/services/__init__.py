"""What showtell does for its users, one verb a module."""
