"""All settings of RVX, read once from the environment (and `.env`), strictly.

Every variable stands in `.env.example` with one line. None is needed for a clone that runs
`make demo`; TELEGRAM_BOT_TOKEN suffices for production, GEMINI_API_KEY adds the AI.
"""

import hashlib
import hmac
import logging
import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from rvx_site import ai_services
from rvx_site import environment as read
from rvx_site.admin_looks import UNFOLD as UNFOLD

BASE_DIR = Path(__file__).resolve().parent.parent
_ENV_FILE = os.environ.get("ENV_FILE", str(BASE_DIR / ".env"))
if _ENV_FILE:
    read.load(_ENV_FILE, named="ENV_FILE" in os.environ)

# What the start commands log once logging works: (level, message without secrets).
STARTUP_NOTES: list[tuple[int, str]] = []

DEBUG = read.flag("DEBUG", default=False)

# --- Sandbox ------------------------------------------------------------------------------------
SANDBOX_ENABLED = read.flag("SANDBOX_ENABLED", default=False)
SANDBOX_PORT = read.number("SANDBOX_PORT", default=8010, minimum=1, maximum=65_535)
# Names that lead to one place whatever its address is, and are never looked up. No variable sets it.
FETCH_PLACES = {"news.example": ("127.0.0.1", SANDBOX_PORT)} if SANDBOX_ENABLED else {}

# --- Telegram -----------------------------------------------------------------------------------
TELEGRAM_BOT_TOKEN = read.bot_token("TELEGRAM_BOT_TOKEN")
# With a sandbox a bot that is started by hand talks to it, too, never to Telegram.
_bot_api = f"http://127.0.0.1:{SANDBOX_PORT}" if SANDBOX_ENABLED else "https://api.telegram.org"
TELEGRAM_API_BASE_URL = read.url("TELEGRAM_API_BASE_URL", default=_bot_api)
ADMIN_IDS = read.ids("ADMIN_IDS", "BOT_ADMIN_IDS", "BOT_OWNER_ID", "ADMIN_USERS")
ALLOWED_USER_IDS = read.ids("ALLOWED_USER_IDS", "ALLOWED_USERS")
CHANNEL_ID = read.channel("CHANNEL_ID", "MANDATORY_CHANNEL_ID")
CHANNEL_LINK = read.text("CHANNEL_LINK", "MANDATORY_CHANNEL_LINK")
CHANNEL_GATE_FAIL_OPEN = read.flag("CHANNEL_GATE_FAIL_OPEN", default=True)
DAILY_LIMIT = read.number("DAILY_LIMIT", "MAX_REQUESTS_PER_DAY", default=50, minimum=1)
FLOOD_SECONDS = read.seconds("FLOOD_SECONDS", "FLOOD_COOLDOWN_SECONDS", default=3.0)
FLOOD_BURST = read.number("FLOOD_BURST", default=3, minimum=1)

# --- Delivery -----------------------------------------------------------------------------------
LEASE_TTL_SECONDS = read.seconds("LEASE_TTL_SECONDS", default=3.0, minimum=0.5)
LOCK_DATABASE_URL = read.postgresql("LOCK_DATABASE_URL")
LOCK_DIR = read.directory("LOCK_DIR")
GRACE_SECONDS = read.seconds("GRACE_SECONDS", default=8.0)
HANDLER_TIMEOUT_SECONDS = read.seconds("HANDLER_TIMEOUT_SECONDS", default=30.0, minimum=1.0)
DELIVERY_ATTEMPTS = read.number("DELIVERY_ATTEMPTS", default=4, minimum=1)
DELIVERY_BACKOFF_SECONDS = read.seconds("DELIVERY_BACKOFF_SECONDS", default=1.0)
POLL_SECONDS = read.number("POLL_SECONDS", default=50, minimum=1, maximum=50)
LANES = read.number("LANES", default=64, minimum=1)
BRIDGE_THREADS = read.number("BRIDGE_THREADS", default=8, minimum=1)

# --- Artificial intelligence --------------------------------------------------------------------
GEMINI_API_KEY = read.key("GEMINI_API_KEY")
GEMINI_MODEL = read.model("GEMINI_MODEL", default="gemini-2.5-flash")
GEMINI_BASE_URL = read.url("GEMINI_BASE_URL")
GEMINI_SDK = read.choice("GEMINI_SDK", default="google-genai", among=("google-genai", "google-generativeai"))
GEMINI_TIMEOUT_SECONDS = read.seconds("GEMINI_TIMEOUT_SECONDS", default=30.0, minimum=0.1)
GEMINI_INPUT_PRICE = read.price("GEMINI_INPUT_PRICE")
GEMINI_OUTPUT_PRICE = read.price("GEMINI_OUTPUT_PRICE")
AI_PROVIDERS = ai_services.order(gemini_key=GEMINI_API_KEY)
AI_SERVICES = ai_services.services(AI_PROVIDERS)
ANSWER_DEADLINE_SECONDS = read.seconds("ANSWER_DEADLINE_SECONDS", default=60.0, minimum=0.2)
CONTEXT_TOKENS = read.number("CONTEXT_TOKENS", default=3000, minimum=300)
EXPLANATION_TTL_SECONDS = read.number("EXPLANATION_TTL_SECONDS", "CACHE_TTL_SECONDS", default=86_400)

# --- Links and pictures ---------------------------------------------------------------------------
LINKS_ENABLED = read.flag("LINKS_ENABLED", default=True)
FETCH_SECONDS = read.seconds("FETCH_SECONDS", default=12.0, minimum=0.1)
FETCH_MAX_BYTES = read.number("FETCH_MAX_BYTES", default=3_000_000, minimum=1_000, maximum=50_000_000)
PICTURE_MAX_BYTES = read.number("PICTURE_MAX_BYTES", default=10_000_000, minimum=1_000, maximum=20_000_000)

# --- Web ----------------------------------------------------------------------------------------
PORT = read.number("PORT", default=8000, minimum=1, maximum=65_535)
WEB_WORKERS = read.number("WEB_WORKERS", "WEB_CONCURRENCY", default=2, minimum=1)
WEB_THREADS = read.number("WEB_THREADS", default=8, minimum=1)
REQUEST_SECONDS = read.seconds("REQUEST_SECONDS", default=15.0, minimum=0.3)

# The platform the earlier installation ran on names itself by this variable.
PLATFORM = read.text("RAILWAY_ENVIRONMENT")
PUBLIC_DOMAIN = read.host("PUBLIC_DOMAIN", "RAILWAY_PUBLIC_DOMAIN")
if SANDBOX_ENABLED and PLATFORM:
    raise ImproperlyConfigured("SANDBOX_ENABLED must be off in production: the sandbox has no login.")

if DEBUG and PLATFORM:
    STARTUP_NOTES.append(
        (logging.WARNING, "DEBUG is on in production: error pages show settings. Switch it off.")
    )
STARTUP_NOTES += [
    (logging.INFO, f"{name} is set and not needed: the bot explains in its own process.")
    for name in ("API_URL_NEWS", "API_URL_BASE")
    if read.text(name)
]


def _secret_key() -> str:
    """SECRET_KEY, or a stable key derived from the bot token; stops the start if neither is there."""
    if key := read.text("SECRET_KEY"):
        return key
    if not TELEGRAM_BOT_TOKEN:
        raise ImproperlyConfigured(
            "Set SECRET_KEY (any long random text), or TELEGRAM_BOT_TOKEN to derive one from. "
            "`make demo` writes a .env with a random one."
        )
    STARTUP_NOTES.append(
        (
            logging.WARNING,
            "SECRET_KEY is not set: derived from the bot token. Set it, so that it outlives the token.",
        )
    )
    return hmac.new(TELEGRAM_BOT_TOKEN.encode(), b"rvx secret key", hashlib.sha256).hexdigest()


SECRET_KEY = _secret_key()

_LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
ALLOWED_HOSTS = read.hosts("ALLOWED_HOSTS") or [*_LOCAL_HOSTS, *([PUBLIC_DOMAIN] if PUBLIC_DOMAIN else [])]
if PLATFORM:
    ALLOWED_HOSTS.append("healthcheck.railway.app")
CSRF_TRUSTED_ORIGINS = read.origins("CSRF_TRUSTED_ORIGINS") or (
    [f"https://{PUBLIC_DOMAIN}"] if PUBLIC_DOMAIN else []
)
# The platform's balancer ends TLS and always sets this header itself.
BEHIND_PROXY = read.flag("BEHIND_PROXY", default=bool(PLATFORM))
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = bool(PUBLIC_DOMAIN)
SECURE_HSTS_SECONDS = 3600 if PUBLIC_DOMAIN else 0
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # HSTS speaks for this host only: its subdomains are not ours
    "security.W008",  # the balancer redirects to https; a redirect here would fail its health check
    "security.W021",  # nor is it for us to put the platform's domain on the preload list
]

LOGIN_REDIRECT_URL = "/admin/"
ROOT_URLCONF = "rvx_site.urls"
WSGI_APPLICATION = "rvx_site.wsgi.application"
ASGI_APPLICATION = "rvx_site.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "modeltranslation",
    "unfold",
    "unfold.contrib.filters",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "analytics",
    "botapp",
    "lessons",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "rvx_site.api.framing.require_length",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

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
            ],
        },
    },
]

# --- Database and cache -------------------------------------------------------------------------
DATABASES = {"default": read.database("DATABASE_URL", default=f"sqlite:///{BASE_DIR / 'rvx.sqlite3'}")}
_database = DATABASES["default"]
if _database["ENGINE"] == "django.db.backends.sqlite3":
    _database["ENGINE"] = "rvx_site.sqlite"
    # Measured: 0 lock errors with IMMEDIATE in WAL mode, 140 in 1,200 transactions without.
    _database["CONN_MAX_AGE"] = None
    _database["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-20000;",
    }
else:
    _database["CONN_MAX_AGE"] = 60
    _database["CONN_HEALTH_CHECKS"] = True
    # A host that vanishes without a word would otherwise hold each thread that waits for its answer, the
    # lease's and /health's with it, for a quarter of an hour. Seconds, the last in milliseconds.
    _database["OPTIONS"] = {
        "connect_timeout": 5,
        "keepalives": 1,
        "keepalives_idle": 3,
        "keepalives_interval": 1,
        "keepalives_count": 3,
        "tcp_user_timeout": 4000,
    } | _database.get("OPTIONS", {})

CACHES = {"default": read.cache("CACHE_URL", default="locmemcache://")}

# --- Languages ----------------------------------------------------------------------------------
LANGUAGE_CODE = "ru"
LANGUAGES = [("ru", "Русский"), ("uk", "Українська"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "rvx_site" / "locale"]
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = ["rvx_site.formats"]
TIME_ZONE = "UTC"
MODELTRANSLATION_DEFAULT_LANGUAGE = "ru"
MODELTRANSLATION_FALLBACK_LANGUAGES = ("ru", "en")

# --- Static files -------------------------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}
# Finders serve the admin's looks even where collectstatic did not run.
WHITENOISE_USE_FINDERS = True

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# --- REST ---------------------------------------------------------------------------------------
API_KEY_AUTHENTICATOR = "botapp.services.api_keys.authenticate"
API_PACE = "botapp.services.pace.admit"
API_KEY_PER_MINUTE = read.number("API_KEY_PER_MINUTE", default=600)
API_USER_PER_MINUTE = read.number("API_USER_PER_MINUTE", default=60)
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rvx_site.api.authentication.ApiKeyAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rvx_site.api.parsing.BoundedJSONParser"],
    "DEFAULT_THROTTLE_CLASSES": ["rvx_site.api.throttling.PaceThrottle"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "rvx_site.api.exceptions.handle",
    "UNAUTHENTICATED_USER": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "RVX",
    "DESCRIPTION": "Crypto and finance news in plain language, grounded in the source.",
    "VERSION": "1.0.0",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "SERVE_AUTHENTICATION": [],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
}

# --- Logging ------------------------------------------------------------------------------------
LOG_LEVEL = read.choice("LOG_LEVEL", default="INFO", among=("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"))
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "secrets": {"()": "rvx_site.logs.HideSecrets"},
        "calm": {"()": "rvx_site.logs.CalmRefusals"},
    },
    "formatters": {"line": {"()": "rvx_site.logs.LineFormatter"}},
    "handlers": {
        "stdout": {
            "class": "logging.StreamHandler",
            "stream": "ext://sys.stdout",
            "formatter": "line",
            "filters": ["calm", "secrets"],
        }
    },
    "root": {"handlers": ["stdout"], "level": LOG_LEVEL},
    "loggers": {
        "django.server": {"handlers": ["stdout"], "propagate": False},
        "aiohttp.access": {"level": "WARNING"},
        "httpx": {"level": "WARNING"},
        "google_genai": {"level": "WARNING"},
        "pymorphy3": {"level": "WARNING"},
        # They tell of links and texts at every level.
        **{name: {"level": "CRITICAL"} for name in ("trafilatura", "htmldate", "courlan", "justext")},
    },
}
