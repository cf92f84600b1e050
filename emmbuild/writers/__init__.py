"""Writers: one module or folder per output format, each offering `FORMAT`.

A writer gets an `Edition` of core blocks and returns bytes. It imports no reader and no other
writer; what several writers need lives in `emmbuild/render/` (HTML, OOXML).
"""
