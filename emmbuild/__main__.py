"""`python -m emmbuild`."""

from emmbuild.cli.main import main

if __name__ == "__main__":
    main()
