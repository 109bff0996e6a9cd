"""Guests write, prove their address by a link, see and take back what they wrote, and may claim it with an account."""
