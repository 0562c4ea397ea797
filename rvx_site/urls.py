"""What stands at which address."""

from django.contrib import admin
from django.templatetags.static import static
from django.urls import include, path
from django.utils.functional import lazy
from django.views.generic import RedirectView, TemplateView
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerView

from botapp.api.analyze_image import AnalyzeImageView
from botapp.api.explain_news import ExplainNewsView
from botapp.api.health import HealthView
from botapp.api.teach_lesson import TeachLessonView

handler400 = "rvx_site.api.exceptions.senseless"
handler403 = "rvx_site.api.exceptions.forbidden"
handler404 = "rvx_site.api.exceptions.not_found"

urlpatterns = [
    path("", TemplateView.as_view(template_name="site/index.html"), name="index"),
    path("favicon.ico", RedirectView.as_view(url=lazy(static, str)("site/icon.svg"))),
    path("admin/", admin.site.urls),
    path("i18n/", include("django.conf.urls.i18n")),
    path("health", HealthView.as_view(), name="health"),
    path("explain_news", ExplainNewsView.as_view(), name="explain_news"),
    path("analyze_image", AnalyzeImageView.as_view(), name="analyze_image"),
    path("teach_lesson", TeachLessonView.as_view(), name="teach_lesson"),
    path("api/schema", SpectacularAPIView.as_view(), name="schema"),
    path("api/docs", SpectacularSwaggerView.as_view(url_name="schema"), name="docs"),
]
