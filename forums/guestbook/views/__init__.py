"""The pages behind the links of guests."""
