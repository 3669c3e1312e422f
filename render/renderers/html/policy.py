"""The content security policy: what is in the page runs, and nothing comes from elsewhere.

The page is built from typed nodes, so nothing foreign is in it; the policy is a second
lock. It names neither hashes nor `img-src`, although browsers would take both: the Nu
checker computes no hashes and takes every data: picture for a breach.
"""

# Sound lies beside the page, on a server or in a folder.
POLICY = (
    "script-src 'unsafe-inline'; style-src 'unsafe-inline'; font-src data:; "
    "media-src 'self' file: data:; connect-src 'none'; frame-src 'none'; manifest-src 'none'; "
    "object-src 'none'; worker-src 'none'; base-uri 'none'; form-action 'none'"
)
