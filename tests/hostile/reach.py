"""Where a run may read: its inputs, itself, and what the system shares with everybody."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
SHARED = (
    *(f"/usr/{place}" for place in ("share", "lib", "lib64", "libexec", "bin", "local")),
    "/lib", "/lib64", "/bin", "/opt/homebrew", "/Library/Fonts", "/System",
    "/etc/fonts", "/etc/ld.so.cache", "/etc/ssl/openssl.cnf", "/etc/localtime", "/etc/mime.types",
    "/etc/apache2/mime.types", "/etc/httpd", "/etc/locale.alias", "/etc/espeak-ng",
    "/var/cache/fontconfig", "/dev/null", "/dev/urandom", "/dev/shm",
    "/proc", "/sys/devices/system", "/sys/fs/cgroup", "/sys/kernel/mm",
)  # fmt: skip
CACHES = tuple(
    str(Path.home() / place)
    for place in (".cache/fontconfig", ".fontconfig", ".fonts", ".local/share/fonts", ".config")
)
ITSELF = tuple(
    os.path.realpath(path) for path in (PROJECT, sys.prefix, sys.base_prefix, sys.exec_prefix)
)


def outside(paths: Iterable[str], *inside: Path) -> list[str]:
    """Those of `paths` that no run may read whose own folders are `inside`; links are followed."""
    folders = (*map(os.path.realpath, inside), *ITSELF, *SHARED, *CACHES)
    # Most are modules of ours, whose links need not be followed.
    real = {os.path.realpath(path) for path in paths if not _is_in(path, ITSELF)}
    return sorted(path for path in real if not _is_in(path, folders) or _is_planted(path))


def _is_planted(path: str) -> bool:
    """Whether it is what a test of the battery plants beside its inputs, not to be read."""
    return path.endswith(("/secret.png", "/secret.txt"))


def _is_in(path: str, folders: Iterable[str]) -> bool:
    return any(path == folder or path.startswith(f"{folder}/") for folder in folders)
