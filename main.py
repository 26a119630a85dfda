"""The program's entry. Nothing is imported at module level: worker processes read this file too."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command line. Answers the exit code that its documentation states."""
    import multiprocessing
    import sys

    multiprocessing.freeze_support()
    from app.cli import run_command

    return run_command(sys.argv[1:] if arguments is None else arguments)


if __name__ == "__main__":
    import sys

    sys.exit(main())
