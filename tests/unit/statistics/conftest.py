"""Property tests here are repeatable and assert no time, however busy the machine is."""

from hypothesis import settings

settings.register_profile("statistics", deadline=None, derandomize=True)
settings.load_profile("statistics")
