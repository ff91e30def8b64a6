"""Menu disiplin: tiap bagian mendaftarkan butirnya sendiri."""

import disiplin.kehadiran.menu  # noqa: F401 - registers the items of this part
