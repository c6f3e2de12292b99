"""From a solution to its dataset."""
