"""A rule in, what its alarms have been worth out: measured on simulated series, or why there is nothing to measure."""

from collections.abc import Mapping

from histor.records.alerts import RuleKind

# Most of what benchmarks/statistics/alerts.md measured without a change, of Poisson counts and of a variance of twice
# the mean, with the rules' own stretches.
_WORTH: Mapping[RuleKind, str] = {
    "rise": "a false alarm in at most 6 % of months without a change (at 0.5 to 3 a day), checked every day",
    "silence": "a false alarm in at most 1.2 % of months without a change (at 0.3 to 3 a day), checked every day",
    "shift": "a false alarm in at most 0.5 % of months without a change (at 3 a day), checked every day",
    "new actor": "no chance in it: a name not met before among doers",
    "dispute": "no chance in it: two accounts that cannot both be so",
    "state change": "no chance in it: the monitor's rule names another state",
}


def worth_of(kind: RuleKind) -> str:
    """Give how often the rule raises a false alarm."""
    return _WORTH[kind]
