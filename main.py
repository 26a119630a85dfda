"""The program's entry. Nothing is imported at module level: worker processes read this file too."""


def main(arguments: list[str] | None = None) -> int:
    """Show the window, on a project if one is named, or run a verb. Answers the exit code."""
    import multiprocessing
    import sys

    multiprocessing.freeze_support()
    given = sys.argv[1:] if arguments is None else arguments
    if not given or (len(given) == 1 and given[0].endswith(".loom")):
        from app.window.program import run_window

        return run_window(given[0] if given else "")
    from app.cli import run_command

    return run_command(given)


if __name__ == "__main__":
    import sys

    sys.exit(main())
