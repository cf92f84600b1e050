"""emmbuild: one course source, compiled into slide decks, workbooks and LMS packages in many languages."""

__version__ = "0.1.0"
