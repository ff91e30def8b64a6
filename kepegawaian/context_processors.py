"""What every page of the portal knows: menu, rights, counts, today's date, theme.

Everything that costs a query or a walk is lazy: an htmx fragment or a decree does not pay for the menu.
"""

from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from kepegawaian.menu import bilah_bawah, menu_untuk

INSTANSI = "Kabupaten Lamongan"
TEMA = ("terang", "gelap")


def portal(request):
    """Gives ``hak, menu, bilah, lencana, hari_ini, instansi, tema`` to the templates."""
    hak = getattr(request, "hak", None)
    menu = SimpleLazyObject(lambda: menu_untuk(request))
    tema = request.COOKIES.get("tema")
    return {
        "hak": hak,
        "menu": menu,
        "bilah": SimpleLazyObject(lambda: bilah_bawah(menu) if hak and hak.peran <= {"asn", "pensiunan"} else []),
        "lencana": getattr(hak, "lencana", {}),
        "hari_ini": timezone.localdate(),
        "instansi": INSTANSI,
        "tema": tema if tema in TEMA else "",
    }
