"""What a customer would have tripped over: a module for each part of a spec that can be wrong."""
