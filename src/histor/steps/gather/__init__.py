"""Events and their bonds in, incidents out: a view that is worked out anew whenever it is asked for.

`groups` decides which events are one happening, `origins` who speaks independently, `values` who says what,
`disputes` what cannot both be so, `grading` how well it is borne out, and `gathering` puts an incident together.
"""

from histor.steps.gather.gathering import gather as gather
