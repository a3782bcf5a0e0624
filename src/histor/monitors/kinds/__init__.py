"""The monitors, one module each: its name, an example of its definition, what does not fit it, and how it judges."""
