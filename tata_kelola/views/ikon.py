"""Ikon tab bagi berkas yang bukan halaman (PDF): peramban memintanya sendiri di akar situs."""

from django.shortcuts import redirect
from django.templatetags.static import static
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from kepegawaian.akses import terbuka


@terbuka(alasan="ikon tab, sama bagi siapa pun")
@require_safe
@cache_control(public=True, max_age=86400)
def favicon(request):
    """The emblem under its hashed name."""
    return redirect(static("img/lambang.svg"))
