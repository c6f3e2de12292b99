"""The three distributions that our numbers rest on, from scipy.

scipy takes about half a second to import and is wanted only once there is something to work out,
so each function imports what it needs: importing this package stays cheap.
"""

Z95 = 1.959963984540054  # the standard normal's 97.5 % point


def beta_above(share: float, *, a: float, b: float) -> float:
    """Return the probability that a Beta(a, b) variable is above `share`."""
    from scipy.special import betaincc

    return float(betaincc(a, b, share))


def student_below(t: float, *, df: int) -> float:
    """Return the probability that a Student t variable is below `t`."""
    from scipy.special import stdtr

    return float(stdtr(df, t))


def student_t95(df: int) -> float:
    """Return the 97.5 % point of Student's t, which bounds a 95 % interval."""
    from scipy.special import stdtrit

    return float(stdtrit(df, 0.975))
