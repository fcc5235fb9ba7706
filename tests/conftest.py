"""What all tests share."""

from hypothesis import settings

# A loaded machine is no failure: examples are checked for what they give, not for how fast.
settings.register_profile("canevas", deadline=None)
settings.load_profile("canevas")
