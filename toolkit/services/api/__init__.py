"""A prototype's rows for front-end teams: what was asked for, what is answered, and a description of both."""
