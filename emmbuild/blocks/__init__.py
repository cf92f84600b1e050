"""Block kinds: one file each, offering `KIND`. A file says how its fence is read and how it lowers itself."""
