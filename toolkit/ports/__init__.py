"""What can be swapped, and where a plugin hooks in."""
