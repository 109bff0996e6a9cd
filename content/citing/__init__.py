"""Practices as records: cited in every style, told to machines as linked data, printed in the form of the house."""
