"""Halaman kesalahan 500 dengan nomor permintaannya, supaya laporan seorang pegawai ketemu dengan catatannya."""

from django.http import HttpResponseServerError
from django.template.loader import render_to_string
from django.views.decorators.csrf import requires_csrf_token


@requires_csrf_token
def galat_500(request):
    """Rendered without the request: nothing of what failed is asked again."""
    return HttpResponseServerError(render_to_string("500.html", {"nomor": getattr(request, "nomor", "")}))
