"""Files that cannot be written: every operation in turn fails."""

import os
import pathlib


class Faults:
    """Lets the n-th operation on files fail, by whatever name it goes."""

    def __init__(self, patch, fail_at, error):
        self.met, self.fail_at, self.error = 0, fail_at, error
        for holder, names in (
            (os, ("open", "fsync")),
            (pathlib.Path, ("replace", "hardlink_to", "chmod", "mkdir")),
        ):
            for name in names:
                patch.setattr(holder, name, self.ticking(getattr(holder, name)))

    def ticking(self, function):
        """Count a call, and let it fail if it is its turn."""

        def run(*args, **kwargs):
            self.met += 1
            # a disk that is full stays full, but what is there may still be renamed back
            if self.met == self.fail_at:
                raise self.error
            return function(*args, **kwargs)

        return run
