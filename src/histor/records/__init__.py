"""The values that histor knows; every other room speaks in them."""
