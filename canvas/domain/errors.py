"""The base of every error whose message is written for the person at the screen."""

from __future__ import annotations

from canvas.domain.messages import N_, Message, say


class CanvasError(Exception):
    """Something that the user can read about and do something about.

    Attributes:
        message: English source text with named placeholders, never an
            f-string: it is the catalogue key that the page translates.
        params: Values for the placeholders.
    """

    message = N_("Something went wrong.")

    def __init__(self, **params: object) -> None:
        super().__init__(self.message.format_map(params))
        self.params = params

    def say(self) -> Message:
        """Return the error as a sentence to translate."""
        return say(self.message, **self.params)


class StrategyNotFoundError(CanvasError):
    """No such strategy, or not for this person: the answer is the same."""

    message = N_(
        "There is no strategy “{strategy}” here. Open “My strategies” and choose one of the list."
    )


class NotAllowedError(CanvasError):
    """The person's role does not allow this."""

    message = N_("Your role on this strategy lets you read it, not change it. Ask its owner.")


class NothingToUndoError(CanvasError):
    """Undo or redo was asked for, and there is nothing left."""

    message = N_("There is nothing left to undo or redo.")
