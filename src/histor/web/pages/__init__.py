"""The pages, one a module; each holds `PAGE`."""
