"""How much a table may hold; more is refused at once, by name of the limit."""

MAX_BYTES = 256 * 2**20
"""Size of a file."""
MAX_UNZIPPED = 512 * 2**20
"""Size of all parts of a workbook once unpacked."""
MAX_RATIO = 200
"""How many times its packed size a part of a workbook may be; sheets are seldom above 30."""
MAX_PARTS = 2_000
"""Parts of a workbook."""
MAX_CELLS = 20_000_000
"""Cells of all tables together, empty ones between others included."""
MAX_COLUMNS = 1_000
"""Columns of a table."""
MAX_CELL = 131_072
"""Characters in a cell of a text file, as Python's csv module has it; Excel takes 32,767."""
MAX_LINES = 2_000_000
"""Lines of a text file."""
MAX_LINE = 8 * 2**20
"""Bytes of a line of a text file."""
MAX_VALUES = 5_000_000
"""Values in a JSON file of records."""
MAX_LEVELS = 16
"""Levels in a JSON file of records."""
MAX_FILES = 200
"""Files in a folder."""
