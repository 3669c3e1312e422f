"""Words in class names and ids that tell article from chrome, and words in text that label it."""

# One word of a class or id, after splitting at hyphens, underscores and capitals.
ARTICLE_WORDS = frozenset(
    "article articlebody body content entry story post text main page prose copy blog column "
    "hentry longform narrative chapter recipe artikel articulo texto contenu corps inhalt".split()
)
# Never prose of the article, however much there is.
DISCUSSION_WORDS = frozenset(
    "comment comments commentlist disqus livefyre discussion discuss respond replies reply "
    "talkback kommentare kommentar commentaires comentarios commenti komentare".split()
)
ASIDE_WORDS = frozenset(
    "sidebar related recommended recommend recommendation recommendations recirc recirculation "
    "trending popular mostread outbrain taboola zergnet readmore morestories similar".split()
)
CHROME_WORDS = frozenset(
    "ad ads adbox advert advertisement advertising advertorial sponsor sponsored sponsors dfp "
    "banner breadcrumb breadcrumbs nav navbar navigation navi menu submenu toolbar topbar "
    "masthead footer header share sharing shares sharebar social socials addthis sharedaddy "
    "newsletter subscribe subscription signup login register paywall promo promotion promos "
    "teaser teasers cookie cookies consent gdpr popup modal overlay lightbox dialog widget "
    "widgets tags taglist tagcloud pagination pager paging print printer tools utility rating "
    "ratings vote votes poll author-box authorbox bio byline meta metadata postmeta "
    "skip skiplink hidden loading spinner legal disclaimer copyright rss feed "
    "shop cart buy donate donation donations follow followers subscribe cta jump jumplinks "
    "flyout dropdown carousel ticker weather search archive archives noprint".split()
)
# Also names of parts of an article: chrome only where there is no prose.
WEAK_WORDS = frozenset(
    "header meta tools print printer banner search legal copyright weather ticker vote votes poll "
    "shop archive archives jump overlay loading spinner utility menu hidden widget widgets".split()
)
# Beginnings of words written in one: `relatedposts`, `sharebuttons`, `commentlist`.
DISCUSSION_STEMS = ("commentl", "comments", "commentb", "commentf", "disqus", "livefyre")
ASIDE_STEMS = ("related", "recommend", "recirc", "outbrain", "taboola", "sidebar", "mostpop")
CHROME_STEMS = (
    "advert", "breadcrumb", "cookie", "navbar", "newslet", "promo", "sharebut", "sharing",
    "sharebar", "sharetool", "social", "sponsor", "subscri", "toolbar", "addthis", "signup",
)  # fmt: skip
CHROME_TAGS = frozenset({"nav", "footer", "menu", "search"})
CHROME_ROLES = frozenset(
    "navigation banner contentinfo search menu menubar toolbar dialog alertdialog "
    "complementary tablist tooltip alert".split()
)

# What stands before a name, in the languages that pages are mostly in.
BYLINE_LABELS = (
    "written by", "words by", "story by", "reported by", "posted by", "published by", "by",
    "par", "von", "por", "de", "di", "da", "door", "av", "af", "autor", "auteur", "author",
    "text", "texte", "texto", "foto", "przez", "od", "作者", "文", "بقلم", "كتب", "מאת", "автор",
)  # fmt: skip

# Text that is hidden from the eye and read aloud.
SPOKEN_CLASSES = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only "
    "screenreader-only a11y-hidden assistive-text element-invisible u-visually-hidden "
    "visually-hidden-focusable hidden-text offscreen".split()
)
# Whole blocks that say only what stands beside them, in lower case without punctuation.
LABELS = frozenset(
    [
        "advertisement",
        "advertisment",
        "ad",
        "ads",
        "sponsored",
        "sponsored content",
        "story continues below",
        "story continues below advertisement",
        "continue reading",
        "article continues below",
        "read more",
        "read full article",
        "share",
        "share this",
        "share this article",
        "share this story",
        "tweet",
        "print",
        "email",
        "sign up",
        "subscribe",
        "follow us",
        "recommended",
        "you may also like",
        "related articles",
        "most read",
        "loading",
        "skip advertisement",
        "supported by",
        "scroll to continue",
        "publicité",
        "la suite après cette publicité",
        "la suite après la publicité",
        "lire aussi",
        "à lire aussi",
        "partager",
        "partager cet article",
        "s'abonner",
        "anzeige",
        "werbung",
        "teilen",
        "artikel teilen",
        "weiterlesen",
        "mehr zum thema",
        "publicidad",
        "compartir",
        "leer más",
        "lea también",
        "te puede interesar",
        "publicidade",
        "compartilhar",
        "leia também",
        "leia mais",
        "continua após a publicidade",
        "pubblicità",
        "condividi",
        "leggi anche",
        "advertentie",
        "deel dit artikel",
        "reklama",
        "sdílet",
        "udostępnij",
        "czytaj także",
        "реклама",
        "поделиться",
        "читайте также",
        "広告",
        "シェアする",
        "关注",
        "分享",
        "分享到",
        "广告",
        "廣告",
        "إعلان",
        "شارك",
    ]
)
