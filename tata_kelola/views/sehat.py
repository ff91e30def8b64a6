"""Jawaban bagi penyeimbang beban: hidup atau tidak, tanpa keterangan lain."""

from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kepegawaian.akses import terbuka
from tata_kelola import sehat


@terbuka(alasan="pemeriksa hidup bagi penyeimbang beban; tidak membuka apa pun selain ok")
@require_safe
@never_cache
def sehat_detail(request):
    """200 "ok" when database and broker answer, else 503."""
    hidup = sehat.database_hidup() and sehat.tanya_broker().hidup
    return HttpResponse("ok" if hidup else "sakit", status=200 if hidup else 503, content_type="text/plain")
