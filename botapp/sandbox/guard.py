"""Loopback only, and no other page of the same browser may drive the sandbox."""

import ipaddress
import re

from aiohttp import web

NAMES = frozenset({"localhost"})
HOST = re.compile(r"(?:(localhost|127(?:\.\d{1,3}){3})|\[(::1)\])(?::\d{1,5})?", re.ASCII | re.IGNORECASE)
OWN_SITES = frozenset({"same-origin", "none", ""})


def is_loopback(host: str) -> bool:
    """True for localhost and for addresses of this machine's loopback interface."""
    if host in NAMES:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def refusal(request: web.BaseRequest) -> str:
    """Why the request must not be served; empty when it may.

    The Host check defeats a foreign name that resolves to 127.0.0.1; the Origin check a foreign page.
    """
    headers = request.headers
    host = headers.get("Host", "")
    named = HOST.fullmatch(host)
    if not named or not is_loopback((named[1] or named[2]).lower()):
        return "The sandbox answers to loopback names only."
    if "Origin" in headers and headers["Origin"] != f"http://{host}":
        return "The sandbox takes no requests from other pages."
    if headers.get("Sec-Fetch-Site", "") not in OWN_SITES and not _is_navigation(request):
        return "The sandbox takes no requests from other pages."
    peer = request.transport.get_extra_info("peername") if request.transport else None
    if peer and not is_loopback(peer[0]):
        return "The sandbox serves this machine only."
    return ""


def _is_navigation(request: web.BaseRequest) -> bool:
    """A link from elsewhere to the page itself is fine: it shows the page and changes nothing."""
    return (
        request.method == "GET"
        and request.path == "/"
        and request.headers.get("Sec-Fetch-Mode") == "navigate"
    )
