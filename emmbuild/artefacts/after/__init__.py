"""What is made after the event from its results: the report, the tables, the news. Not made by a build."""
