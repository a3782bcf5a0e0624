"""The outlook: counts by week in, quantiles of the next weeks out, with what such forecasts were worth before."""
