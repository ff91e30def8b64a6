"""URL disiplin: tiap bagian menulis miliknya sendiri."""

from disiplin.kehadiran.urls import urlpatterns as kehadiran

app_name = "disiplin"

urlpatterns = [
    *kehadiran,
]
