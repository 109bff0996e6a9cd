"""What people learn: courses, modules, units."""
