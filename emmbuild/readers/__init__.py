"""From files to core values. The only home of yaml, markdown-it and Pillow."""
