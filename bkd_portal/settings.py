"""All settings, in one file; values of the environment come through django-environ.

Outside DEBUG nothing secret has a default: a missing variable stops the start with its name.
Constants of the law are data (``kepegawaian/data``), not settings.
"""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")

DEBUG = env.bool("DEBUG", default=False)


def rahasia(nama, bawaan_debug):
    """Returns a secret of the environment; only DEBUG may fall back on ``bawaan_debug``."""
    nilai = env.str(nama, default="")
    if nilai:
        return nilai
    if DEBUG:
        return bawaan_debug
    raise ImproperlyConfigured(f"Variabel lingkungan {nama} wajib diisi bila DEBUG tidak menyala.")


SECRET_KEY = rahasia("SECRET_KEY", "hanya-untuk-pengembangan")
# Older keys, after a change: what is signed or encrypted with them stays readable.
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_LAMA", default=[])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost"] if DEBUG else [])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "axes",
    "crispy_bootstrap5",
    "crispy_forms",
    "csp",
    "django_filters",
    "django_htmx",
    "pgtrigger",
    "pghistory",
    "kepegawaian.apps.Config",
    "layanan.apps.Config",
    "pengadaan.apps.Config",
    "kepangkatan.apps.Config",
    "diklat.apps.Config",
    "karier.apps.Config",
    "mutasi.apps.Config",
    "eperformance.apps.Config",
    "penggajian.apps.Config",
    "kesejahteraan.apps.Config",
    "disiplin.apps.Config",
    "pensiun.apps.Config",
    "indeks.apps.Config",
    "tata_kelola.apps.Config",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "tata_kelola.telemetri.middleware.TelemetriMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "kepegawaian.middleware.BatasMiddleware",
    "kepegawaian.middleware.AksesMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "bkd_portal.urls"
WSGI_APPLICATION = "bkd_portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kepegawaian.context_processors.portal",
            ],
            "builtins": [
                "kepegawaian.templatetags.portal",
                "kepegawaian.templatetags.kerangka",
                "kepegawaian.templatetags.istilah",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = not DEBUG

DATABASES = {"default": env.db_url("DATABASE_URL", default="postgresql:///bkd_portal")}
DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
OPSI_BASIS = DATABASES["default"].setdefault("OPTIONS", {})
OPSI_BASIS["application_name"] = env.str("NAMA_PROSES", default="portal-bkd")
# A page of one person joins eleven tables, written in the order that is best already; letting PostgreSQL try every order
# of eight of them costs 25 ms of planning for an answer of half a millisecond. Options given from outside come last, and win.
OPSI_BASIS["options"] = " ".join(
    ["-c join_collapse_limit=6", OPSI_BASIS.get("options") or env.str("PGOPTIONS", default="")]
).strip()

# Copy of the database that only reads (streaming replication); lists and reports ask it, see kepegawaian/replika.py.
if env.str("DATABASE_BACA_URL", default=""):
    DATABASES["baca"] = DATABASES["default"] | env.db_url("DATABASE_BACA_URL")
    DATABASES["baca"] |= {"OPTIONS": OPSI_BASIS, "CONN_MAX_AGE": DATABASES["default"]["CONN_MAX_AGE"]}
    DATABASE_ROUTERS = ["kepegawaian.replika.Rute"]
    MIDDLEWARE.append("kepegawaian.replika.ReplikaMiddleware")

REDIS_URL = env.str("REDIS_URL", default="redis://127.0.0.1:6379/0")
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}}

AUTH_USER_MODEL = "kepegawaian.Pengguna"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "kepegawaian.akun.NipBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "kepegawaian.akun.BukanNipValidator"},
    {"NAME": "kepegawaian.akun.BukanKataUmumValidator"},
]
PASSWORD_HASHERS = ["kepegawaian.akun.Argon2Ringan"]
LOGIN_URL = "kepegawaian:masuk"
LOGIN_REDIRECT_URL = "tata_kelola:beranda"
LOGOUT_REDIRECT_URL = "kepegawaian:masuk"

AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "username"
AXES_LOCKOUT_TEMPLATE = "akun/terkunci.html"
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

LANGUAGE_CODE = "id"
TIME_ZONE = "Asia/Jakarta"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / ".data" / "static"
NODE_MODULES = BASE_DIR / "node_modules"
STATICFILES_DIRS = [
    BASE_DIR / "static",
    ("bootstrap", NODE_MODULES / "bootstrap" / "dist"),
    ("bootstrap-icons", NODE_MODULES / "bootstrap-icons" / "font"),
    ("htmx", NODE_MODULES / "htmx.org" / "dist"),
    ("chart", NODE_MODULES / "chart.js" / "dist"),
    ("public-sans", NODE_MODULES / "@fontsource-variable" / "public-sans"),
    ("arimo", NODE_MODULES / "@fontsource" / "arimo"),
]
STORAGES = {
    # Another store (object storage) by its class and options; our code asks only Django's storage API (docs/tumbuh.md).
    "default": {
        "BACKEND": env.str("DOKUMEN_BACKEND", default="kepegawaian.penyimpanan.Penyimpanan"),
        "OPTIONS": env.json("DOKUMEN_OPSI", default={}),
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
# Documents lie outside the web root and are served only through the access check.
MEDIA_ROOT = env.path("DOKUMEN_DIR", default=str(BASE_DIR / ".data" / "dokumen"))
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024  # a document never passes through /tmp, which may be full
BERKAS_MAKS_BYTE = 5 * 1024 * 1024
IMPOR_MAKS_BYTE = 60 * 1024 * 1024
KIRIMAN_MAKS_BYTE = IMPOR_MAKS_BYTE + 5 * 1024 * 1024  # one request of an account; a stranger's: BERKAS_MAKS_BYTE
BATAS_LAJU = env.bool(
    "BATAS_LAJU", default=True
)  # limits of exports, uploads and searches; off for the load generator only

# Tanda tangan elektronik: p12/<kode jabatan>[-<nip>].p12 dan akar tepercaya akar/*.crt; di luar akar web, milik pekerja.
TTE_DIR = env.path("TTE_DIR", default=str(BASE_DIR / ".data" / "tte"))
TTE_TSA_URL = env.str("TTE_TSA_URL", default="")
# BSrE: the agency's own e-sign client server. MEDAN overrides names of fields and paths, see layanan/tte/bsre.py.
TTE_BSRE = {
    "url": env.str("TTE_BSRE_URL", default=""),
    "pengguna": env.str("TTE_BSRE_PENGGUNA", default=""),
    "sandi": env.str("TTE_BSRE_SANDI", default=""),
    "versi": env.str("TTE_BSRE_VERSI", default="v2"),
    "medan": env.json("TTE_BSRE_MEDAN", default={}),
    "tunggu": env.int("TTE_BSRE_TUNGGU", default=60),
}

# Encrypts the certificates inside a backup (tata_kelola/cadangan); without it they are left out.
CADANGAN_KUNCI = env.str("CADANGAN_KUNCI", default="")
# Folder of the daily backups, where this machine sees it: the portal says how old the newest one is (tata_kelola/hari_pertama.py).
CADANGAN_DIR = env.str("CADANGAN_DIR", default="")

CELERY_BROKER_URL = REDIS_URL
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_ALWAYS_EAGER = env.bool("CELERY_TASK_ALWAYS_EAGER", default=False)
CELERY_TASK_EAGER_PROPAGATES = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TIMEZONE = TIME_ZONE
CELERY_WORKER_MAX_TASKS_PER_CHILD = 200
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_TIME_LIMIT = 3600
CELERY_TASK_SOFT_TIME_LIMIT = 3540
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env.str("EMAIL_PENGIRIM", default="portal-bkd@lamongankab.example")
EMAIL_TIMEOUT = 15
ALAMAT_PORTAL = env.str("ALAMAT_PORTAL", default="http://127.0.0.1:8000")

# Login by an identity provider (OpenID Connect); off without its address. See kepegawaian/oidc.py.
OIDC = {
    "penerbit": env.str("OIDC_PENERBIT", default=""),
    "klien": env.str("OIDC_KLIEN", default=""),
    "rahasia": env.str("OIDC_RAHASIA", default=""),
    "lingkup": env.str("OIDC_LINGKUP", default="openid profile"),
    "klaim_nip": env.str("OIDC_KLAIM_NIP", default="nip"),
    "nama": env.str("OIDC_NAMA", default="penyedia identitas"),
}
if OIDC["penerbit"] and not (OIDC["klien"] and OIDC["rahasia"]):
    raise ImproperlyConfigured("OIDC_PENERBIT memerlukan OIDC_KLIEN dan OIDC_RAHASIA.")
if OIDC["penerbit"] and not OIDC["penerbit"].startswith("https://") and not DEBUG:
    raise ImproperlyConfigured("OIDC_PENERBIT harus https bila DEBUG tidak menyala.")

# Outgoing webhook of a WhatsApp gateway; off without an address. The secret signs every message (kepegawaian/kurir.py).
WA_WEBHOOK_URL = env.str("WA_WEBHOOK_URL", default="")
WA_WEBHOOK_RAHASIA = env.str("WA_WEBHOOK_RAHASIA", default="")
if WA_WEBHOOK_URL and not WA_WEBHOOK_RAHASIA:
    raise ImproperlyConfigured("WA_WEBHOOK_URL memerlukan WA_WEBHOOK_RAHASIA, rahasia penanda tiap kiriman.")
if WA_WEBHOOK_URL and not WA_WEBHOOK_URL.startswith("https://") and not DEBUG:
    raise ImproperlyConfigured("WA_WEBHOOK_URL harus https bila DEBUG tidak menyala.")

# Web service of SIASN (BKN); off without an address, and sending is a switch of its own. docs/siasn.md says what each is.
SIASN = {
    "url": env.str("SIASN_URL", default=""),
    "apim_url": env.str("SIASN_APIM_URL", default=""),
    "kunci": env.str("SIASN_KUNCI", default=""),
    "rahasia": env.str("SIASN_RAHASIA", default=""),
    "sso_url": env.str("SIASN_SSO_URL", default=""),
    "sso_klien": env.str("SIASN_SSO_KLIEN", default=""),
    "pengguna": env.str("SIASN_SSO_PENGGUNA", default=""),
    "sandi": env.str("SIASN_SSO_SANDI", default=""),
    "instansi_id": env.str("SIASN_INSTANSI_ID", default=""),
    "satker_id": env.str("SIASN_SATKER_ID", default=""),
    "kirim": env.bool("SIASN_KIRIM", default=False),
    "tunggu": env.int("SIASN_TUNGGU", default=30),
    "laju": max(1, env.int("SIASN_LAJU", default=2)),
    "tanpa_tls": False,  # tests against a mock on the loopback address
    "jeda": 1,  # tests shorten the waits between tries
}
if (
    SIASN["url"]
    and not DEBUG
    and not all(SIASN[k].startswith("https://") for k in ("url", "apim_url", "sso_url") if SIASN[k])
):
    raise ImproperlyConfigured("SIASN_URL, SIASN_APIM_URL, dan SIASN_SSO_URL harus https bila DEBUG tidak menyala.")

SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 3600
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEBUG
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=not DEBUG)
SECURE_REDIRECT_EXEMPT = [r"^sehat/", r"^metrik/$"]  # asked from inside, without the proxy
SECURE_PROXY_SSL_HEADER = None
if env.bool("DI_BALIK_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    MIDDLEWARE.insert(0, "kepegawaian.middleware.AlamatProxyMiddleware")
SECURE_HSTS_SECONDS = 0 if DEBUG else 31536000
SECURE_HSTS_INCLUDE_SUBDOMAINS = not DEBUG
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEST_RUNNER = "django.test.runner.DiscoverRunner"

# Prometheus may read /metrik/ from this machine itself, or with this token from anywhere.
METRIK_TOKEN = env.str("METRIK_TOKEN", default="")
SEHAT_DISK_MIN_MB = env.int("SEHAT_DISK_MIN_MB", default=2048)

LOG_BENTUK = env.str("LOG_BENTUK", default="baris" if DEBUG else "json")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "baris": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
        "json": {"()": "tata_kelola.telemetri.catatan.FormatJson"},
    },
    "handlers": {"konsol": {"class": "logging.StreamHandler", "formatter": LOG_BENTUK}},
    "root": {"handlers": ["konsol"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {
        # Django's own handlers would write paths to the console and mail them to admins; ours is the one voice.
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "portal.permintaan": {"level": "WARNING" if LOG_BENTUK == "baris" else "INFO"},
        "fontTools": {"level": "WARNING"},
        "pyhanko": {"level": "ERROR"},
        "pyhanko_certvalidator": {"level": "ERROR"},
        "weasyprint": {"level": "ERROR"},
        "axes": {"level": "WARNING"},
    },
}
if LOG_BENTUK == "json":
    LOGGING["loggers"]["django.server"] = {"handlers": [], "level": "ERROR", "propagate": True}
