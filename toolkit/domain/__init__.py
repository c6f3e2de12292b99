"""Pure values and rules: what a solution, a view, a session, a verdict and a decision are."""
