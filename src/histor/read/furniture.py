"""Words or a page's class names in, whether they are the page's furniture out: menus, calls, notices, other stories."""

import re

from histor.read.phrases import any_of

# A call to the reader is short; a sentence of a report that opens with the same words is longer, or ends with a stop.
_LONGEST_CALL = 14  # words
_CALLS = any_of(r"""
    join (?:the|our) (?:conversation|discussion|newsletter)
    trending\b
    most (?:read|popular|viewed|shared|watched)\b
    (?:read|see|watch|listen|learn|find out|show|load|view|explore) (?:more|also|next|all|now)\b
    more (?:from|on|in|about|stories|news)\b
    (?:also|further|recommended) (?:read|reading|for you|stories)\b
    recommended\b
    you (?:may|might) (?:also )?like
    around the web
    subscribe
    sign (?:up|in)\b
    log (?:in|out)\b
    register (?:now|here|for)\b
    become a (?:member|subscriber)
    donate\b
    support (?:us|our)\b
    share (?:this|on|via|the|article|story)\b
    (?:share|tweet|e-?mail|print|save|home|menu|search|close|comments?|newsletters?|breaking news|in pictures)$
    (?:print this|copy link)
    follow (?:us|@|me)
    like (?:us|our|the page|this page)\b
    (?:advertisement|sponsored|promoted|paid content)\b
    (?:story|article) continues
    continue reading
    (?:click|tap) (?:here|to)\b
    related\b(?: (?:articles?|stories|content|topics|posts|links|news|coverage))?\s*:?$
    related (?:articles?|stories|content|topics|posts|links)\b
    (?:related|read|watch|see|tags?|topics?|categories):
    filed under
    \d+ comments?\b
    (?:leave|post|add|write|view|show) (?:a )?comments?\b
    skip to\b
    back to top
    go to (?:top|home)
    (?:next|previous)(?: (?:article|post|story))?$
    get (?:the|our) .*(?:newsletter|app|inbox)
    download (?:the|our) app
    (?:terms of|privacy policy|contact us|about us)
    accept (?:all|cookies)
    manage (?:cookies|preferences)
    cookie
    (?:please )?enable javascript
    loading\W*$
    video player
    editors?' picks?
    top stories
    latest (?:news|stories|videos)$
    listen to this
""")
_NOTICES = any_of(r"""
    (?:we|this (?:web)?site|our (?:web)?site|our partners)\b.{0,60}\bcookies?\b
    by (?:continuing to|using this|clicking|signing up)\b
    ©
    \(c\) \d{4}
    copyright (?:©|\(c\)|\d{4})
    all rights reserved
    this material may not be published
    sign up (?:for|to) (?:our|the)\b
    subscribe (?:to our|now|today)\b
    get .{0,40}\bin your inbox
    follow us on
    to (?:read|continue) .{0,40}\bsubscribe
    (?:you|your browser)\b.{0,40}\bjavascript
""")
_OPENS_A_LIST = any_of(
    r"""
    trending
    most (?:read|popular|viewed|shared|watched)
    related
    more (?:from|on|stories)
    recommended
    you (?:may|might)
    around the web
    top stories
    latest (?:news|stories|videos)
    editors?' picks?
    """,
    after=r"\b",
)
_STOP = re.compile(r"[.!?][\"'”’)\]]*$")
_TOKENS = frozenset(
    """
    ad ads advert advertisement adverts banner billboard breadcrumb breadcrumbs byline comment comments consent
    cookie cookies disqus donate dropdown footer gdpr login masthead menu modal mostread nav navbar navigation
    newsletter outbrain pagination paywall popular popup promo promos promoted recirc recommend recommendations
    recommended register related share sharebar shares sharing sidebar signin signup skip social sponsor
    sponsored subscribe subscription taboola tags teaser teasers ticker toolbar topbar trending tweetbutton
    widget widgets
    """.split()
)
_JOINED = re.compile(
    r"most-?(?:read|popular|viewed)|read-?(?:more|next|also)|author-?(?:box|bio|card)|see-?also|up-?next|(?:entry|post|article)-?meta",
    re.I,
)
ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar"}
)
TAGS = frozenset({"nav", "footer", "aside", "form", "button", "select", "dialog", "menu", "label", "fieldset"})


def is_call(words: str) -> bool:
    """Tell whether words call the reader to do something with the page, or give notice of its terms."""
    if _NOTICES.match(words):
        return True
    return len(words) < 120 and bool(_CALLS.match(words)) and _is_label(words)


def opens_other_stories(words: str) -> bool:
    """Tell whether words are the heading over a list of other stories."""
    return len(words) < 120 and bool(_OPENS_A_LIST.match(words)) and _is_label(words)


def is_named_furniture(names: str) -> bool:
    """Tell whether the class names and id of an element are those of furniture."""
    return bool(_JOINED.search(names)) or not _TOKENS.isdisjoint(re.split(r"[^a-z]+", _split_humps(names)))


def _is_label(words: str) -> bool:
    """Tell whether words are set as a label: few, and no sentence that goes on."""
    return len(words.split()) <= _LONGEST_CALL and (not _STOP.search(words) or len(words.split()) <= 8)


def _split_humps(names: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", names).lower()
