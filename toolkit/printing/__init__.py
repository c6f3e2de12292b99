"""Values turned into text by the templates."""
