"""The command `brecha`. Each command's work is in `brecha.commands`, what can be typed in its `options`; here is what it ends with.

Exit status: 0 nothing to fail on, 1 gaps (or what --fail-on names; a failing case for test), 2 wrong usage or ruleset,
3 a plan could not be read, the others were. The highest counts.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from brecha.arguments import language_of
from brecha.errors import BrechaError, NotInstalledError
from brecha.sentences import Sentence, said


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command and gives its exit status. Whatever happens, 1 means gaps or a failing case and nothing else."""
    from brecha.commands.options import language_typed, parsed
    from brecha.commands.terminal import prepare_streams

    prepare_streams()
    words = sys.argv[1:] if arguments is None else list(arguments)
    options = argparse.Namespace(language="", command="")
    try:
        tag = language_typed(words)
        language = language_of(tag, "--language") if tag else ""
        parsed(words, options, language or "en")
        options.language = language  # es for es-CR
        status = _run(options)
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except SystemExit as ended:  # argparse, after the help or a wrong line
        return int(ended.code or 0)
    except KeyboardInterrupt:
        return _ended(130, Sentence("interrupted"), options)
    except BrokenPipeError:  # brecha … | head
        _drop_stdout()
        return 141
    except BrechaError as error:
        from brecha.commands.terminal import print_diagnostics

        if not error.diagnostics:
            return _ended(2, error.in_language(options.language or "en"), options)
        print_diagnostics(error.in_language(options.language))
        return 2
    except NotInstalledError as missing:
        return _ended(2, missing.in_language(options.language or "en"), options)
    except ImportError as missing:
        return _ended(2, str(missing), options)
    except OSError as failure:
        return _ended(2, _about(failure), options)
    except Exception as error:
        if sys.flags.dev_mode:  # python -X dev -m brecha …
            raise
        return _ended(2, Sentence("unexpected", what=f"{type(error).__name__}: {error}", where=_given(options)), options)


def _ended(status: int, message: str | Sentence, options: argparse.Namespace) -> int:
    from contextlib import suppress

    from brecha.commands.terminal import tell

    with suppress(OSError):
        tell(f"brecha: {said(message, options.language or 'en')}")
    return status


def _about(failure: OSError) -> Sentence | str:
    """What a failure of the system is about: which file, and why."""
    from brecha.files import reason_of, visible_name

    if failure.filename is None:  # a stream: the disk that stdout goes to is full
        _drop_stdout()
        return Sentence("output_failed", reason=reason_of(failure))
    name = visible_name(os.fsdecode(failure.filename)) if isinstance(failure.filename, (str, bytes)) else str(failure.filename)
    return Sentence(
        "not_read", file=name, reason=Sentence("no_such_file") if isinstance(failure, FileNotFoundError) else reason_of(failure)
    )


def _drop_stdout() -> None:
    """What is still to be written goes nowhere, so that Python does not fail once more at its end."""
    from contextlib import suppress

    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _given(options: argparse.Namespace) -> str:
    """The command and the files it was given, for a message."""
    words = [options.command or ""]
    for name in ("ruleset", "plans", "plan", "paths", "name"):
        value = getattr(options, name, None)
        words += value if isinstance(value, list) else [value] if value else []
    return " ".join(words)


def _run(options: argparse.Namespace) -> int:
    from brecha.commands.options import print_help

    if options.version:
        from brecha import _core

        print(f"brecha {_core.version()}")
        return 0
    if not options.command:
        print_help(options.language or "en")
        return 2
    from importlib import import_module

    command = getattr(import_module(f"brecha.commands.{options.command}"), options.command)
    if not getattr(options, "limits", None):
        return int(command(options))
    from brecha.limiting import limits, limits_typed

    with limits(**limits_typed(options.limits)):
        return int(command(options))


if __name__ == "__main__":
    sys.exit(main())
