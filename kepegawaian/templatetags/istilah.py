"""Istilah: ``{% istilah "tmt" %}`` writes a term with its meaning behind it, once a page; the frame prints the meanings.

The meaning is a popover of the browser itself: opened by press or Enter, closed by Esc, without JavaScript. A builtin, as
``portal`` is.
"""

from django import template
from django.utils.html import format_html

from kepegawaian.istilah import ISTILAH
from kepegawaian.templatetags.portal import _request

register = template.Library()


@register.simple_tag(takes_context=True)
def istilah(context, kode):
    """The term; pressed it says what it means. The second time on a page it is plain text."""
    satu, request = ISTILAH[kode], _request(context)
    sudah = request.__dict__.setdefault("_istilah", []) if request else [kode]
    if kode in sudah:
        return satu.sebutan
    sudah.append(kode)
    return format_html(
        '<button type="button" class="istilah" popovertarget="istilah-{}">{}</button>', kode, satu.sebutan
    )


@register.inclusion_tag("komponen/_istilah.html", takes_context=True)
def arti_istilah(context):
    """The meanings of the terms this page has shown so far; ``base.html`` asks once, below the content."""
    request = _request(context)
    return {"daftar": [(kode, ISTILAH[kode]) for kode in getattr(request, "_istilah", ())]}


@register.simple_tag
def semua_istilah():
    """All terms by their full name, for the guide."""
    return sorted(ISTILAH.items(), key=lambda satu: satu[1].panjang)
