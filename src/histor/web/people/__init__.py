"""Who looks at the reading room: nobody in particular on one's own machine, accounts with roles in a team.

`gate` stands between the guard and the pages: it knows a visitor by a signed cookie, and lets nothing be changed
without the token that only these pages hold. `visiting` tells a page whose request it is.
"""
