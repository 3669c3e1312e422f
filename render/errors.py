"""Every exception Lisible raises on purpose.

    RenderError
    ├── UsageError            2  the command or the options are wrong
    │   └── ThemeError        2  a theme is missing or broken
    ├── InputError            3  the article cannot be read
    │   ├── EmptyArticleError 3  nothing in the input is article text
    │   ├── BudgetError       3  the input is larger than the limits allow
    │   └── PictureError      3  a picture of the article may not be published
    ├── MissingEngineError    4  a library or program is not installed
    ├── EngineError           1  an engine crashed, hung or gave a wrong result
    └── OutputError           1  the result cannot be written

The number is the exit code of the command.
"""


class RenderError(Exception):
    """What stopped us, with the remedy in `hint` and the process status in `exit_code`."""

    exit_code = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        # Errors cross process borders; the default would lose the keyword.
        return (_rebuild, (type(self), self.message, self.hint))


class UsageError(RenderError):
    """The command line, an option or a setting is wrong."""

    exit_code = 2


class ThemeError(UsageError):
    """A theme is missing, incomplete or breaks a rule of themes."""


class InputError(RenderError):
    """The input cannot be read as an article."""

    exit_code = 3


class EmptyArticleError(InputError):
    """Nothing in the input is article text."""


class BudgetError(InputError):
    """The input is larger than the limits allow."""


class PictureError(InputError):
    """Pictures of the article reach outside, would exhaust the machine or are not what they claim.

    They can be mended while the article's own file stays as it is.
    """


class MissingEngineError(RenderError):
    """A library, program or voice is needed and not installed; the hint says how to get it."""

    exit_code = 4


class EngineError(RenderError):
    """An engine crashed, ran out of time or memory, or gave a result that did not verify."""


class OutputError(RenderError):
    """The result cannot be written where it was asked for."""


def _rebuild(kind: type[RenderError], message: str, hint: str) -> RenderError:
    return kind(message, hint=hint)
