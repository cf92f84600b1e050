"""The model everything else speaks: messages, text, nodes, drawings, sections. Standard library only."""
