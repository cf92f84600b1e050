"""What several writers share: XML text, OOXML runs and shapes, HTML of core blocks."""
