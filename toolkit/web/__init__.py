"""The stage for participants, the studio for teams, and the recorder between them."""
