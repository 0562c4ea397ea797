"""Every trick that is known to us to make a server ask itself or its neighbours: none leaves."""

import asyncio
import ipaddress
import socket

import pytest

from botapp.web.errors import LinkAway, LinkError, LinkRefused
from botapp.web.fetch import fetch
from botapp.web.guard import Internet, is_public, own_addresses
from tests.kit.pages import NAME, Site

PUBLIC = "93.184.216.34"


@pytest.fixture
def canary():
    """Stands for whatever listens on this machine; it must not be asked."""
    with Site() as server:
        server.page("/", "secret")
        server.page("/latest/meta-data/", "secret")
        yield server


def open_port(canary: Site, **more) -> Internet:
    """The guard with the canary's port open, so that addresses alone decide."""
    return Internet(ports=frozenset({80, 443, canary.port}), **more)


async def read(url: str, internet: Internet, seconds: float = 5.0):
    return await fetch(url, internet=internet, seconds=seconds, most_bytes=100_000)


def answers(*lists: list[str]):
    """A resolver that gives these answers in turn, the last one for ever; `asked` counts."""
    asked: list[str] = []

    async def look_up(host: str) -> list[str]:
        asked.append(host)
        return lists[min(len(asked), len(lists)) - 1]

    look_up.asked = asked
    return look_up


TRICKS = {
    "loopback": "http://127.0.0.1:{port}/",
    "another loopback": "http://127.8.8.8:{port}/",
    "a name of this machine": "http://localhost:{port}/",
    "a trailing dot": "http://localhost.:{port}/",
    "an address with a trailing dot": "http://127.0.0.1.:{port}/",
    "decimal": "http://2130706433:{port}/",
    "octal": "http://0177.0.0.1:{port}/",
    "long octal": "http://017700000001:{port}/",
    "hexadecimal": "http://0x7f000001:{port}/",
    "hexadecimal parts": "http://0x7f.0x0.0x0.0x1:{port}/",
    "short": "http://127.1:{port}/",
    "zero": "http://0:{port}/",
    "all zeros": "http://0.0.0.0:{port}/",
    "digits in circles": "http://①②⑦.⓪.⓪.①:{port}/",
    "full stops of another script": "http://127。0。0。1:{port}/",
    "percent signs": "http://%6c%6f%63%61%6c%68%6f%73%74:{port}/",
    "loopback of IPv6": "http://[::1]:{port}/",
    "mapped": "http://[::ffff:127.0.0.1]:{port}/",
    "mapped in hexadecimal": "http://[::ffff:7f00:1]:{port}/",
    "compatible": "http://[::127.0.0.1]:{port}/",
    "NAT64": "http://[64:ff9b::7f00:1]:{port}/",
    "local NAT64": "http://[64:ff9b:1::7f00:1]:{port}/",
    "6to4": "http://[2002:7f00:1::1]:{port}/",
    "unique local": "http://[fd00::1]:{port}/",
    "link-local with a zone": "http://[fe80::1%25lo]:{port}/",
    "site-local": "http://[fec0::1]:{port}/",
    "unspecified": "http://[::]:{port}/",
    "multicast of IPv6": "http://[ff02::1]:{port}/",
    "metadata": "http://169.254.169.254/latest/meta-data/",
    "metadata of IPv6": "http://[fd00:ec2::254]/latest/meta-data/",
    "a cloud's own service": "http://168.63.129.16/",
    "metadata of another cloud": "http://192.0.0.192/latest/",
    "protocols' addresses": "http://192.0.0.8/",
    "AS112": "http://192.31.196.1/",
    "AS112 by its second address": "http://192.175.48.1/",
    "AS112 of IPv6": "http://[2620:4f:8000::1]/",
    "relays of multicast": "http://192.52.193.1/",
    "private 10": "http://10.0.0.1/",
    "private 172.16": "http://172.16.0.1/",
    "private 192.168": "http://192.168.1.1/",
    "carrier's network": "http://100.64.0.1/",
    "benchmarks": "http://198.18.0.1/",
    "multicast": "http://224.0.0.1/",
    "broadcast": "http://255.255.255.255/",
    "a user name": "http://example.com@127.0.0.1:{port}/",
    "a user name that hides the host": "http://127.0.0.1:{port}%2f@example.com/",
    "a backslash": "http://example.com\\@127.0.0.1:{port}/",
    "a tab": "http://local\thost:{port}/",
    "a line break": "http://local\nhost:{port}/",
    "no host": "http:///127.0.0.1:{port}/",
    "no scheme": "//127.0.0.1:{port}/",
    "file": "file:///etc/passwd",
    "gopher": "gopher://127.0.0.1:{port}/_GET%20/",
    "data": "data:text/html,<p>hello</p>",
    "ftp": "ftp://127.0.0.1:{port}/",
    "javascript": "javascript:alert(1)",
    "dict": "dict://127.0.0.1:{port}/",
    "a broken address": "http://[::1:{port}/",
}


@pytest.mark.parametrize("trick", TRICKS.values(), ids=TRICKS)
async def test_a_trick_does_not_leave(canary, trick):
    with pytest.raises(LinkError):
        await read(trick.format(port=canary.port), open_port(canary))
    assert canary.connections == 0


async def test_the_canary_would_sing(canary):
    everywhere = open_port(canary, is_public=lambda address: True)
    found = await read(f"http://127.0.0.1:{canary.port}/", everywhere)
    assert (found.body, len(canary.requests), canary.connections) == (b"secret", 1, 1)


@pytest.mark.parametrize("trick", TRICKS.values(), ids=TRICKS)
async def test_a_redirect_to_a_trick_is_not_followed(canary, site, trick):
    target = trick.format(port=canary.port).replace("\n", "").replace("\t", "")
    site.moved(
        "/go", target.encode("ascii", "ignore").decode() if "①" in target or "。" in target else target
    )
    internet = open_port(canary, places={NAME: site.place})
    with pytest.raises(LinkError):
        await read(f"http://{NAME}/go", internet)
    assert [path for path, _ in site.requests][:1] == ["/go"]
    assert canary.connections == 0


async def test_a_chain_of_redirects_is_checked_at_its_end(canary, site):
    for number in range(3):
        site.moved(f"/{number}", f"/{number + 1}")
    site.moved("/3", f"http://127.0.0.1:{canary.port}/")
    with pytest.raises(LinkRefused):
        await read(f"http://{NAME}/0", open_port(canary, places={NAME: site.place}))
    assert canary.connections == 0


@pytest.mark.parametrize(
    "found",
    [["127.0.0.1"], ["::1"], [PUBLIC, "127.0.0.1"], ["::ffff:127.0.0.1"], ["10.0.0.7"], ["rubbish"], []],
)
async def test_a_name_that_leads_inside_is_refused_whatever_else_it_answers(canary, found):
    with pytest.raises(LinkRefused):
        await read(f"http://evil.test:{canary.port}/", open_port(canary, lookup=answers(found)))
    assert canary.connections == 0


async def test_a_name_that_changes_its_answer_is_connected_where_it_was_checked(canary):
    """DNS rebinding: public when it is looked at, this machine a moment later."""
    lookup = answers([PUBLIC], ["127.0.0.1"])
    with pytest.raises(LinkAway):  # the suite lets nothing out to the public address
        await read(f"http://evil.test:{canary.port}/", open_port(canary, lookup=lookup))
    assert lookup.asked == ["evil.test"]
    assert canary.connections == 0


async def test_a_name_that_changes_between_two_redirects_is_looked_up_again(canary, site):
    """Public first, so that the first request passes; inside for the second."""
    asked = []

    async def look_up(host):
        asked.append(host)
        return ["127.0.0.1"]

    site.moved("/go", f"http://evil.test:{canary.port}/")
    with pytest.raises(LinkRefused):
        await read(f"http://{NAME}/go", open_port(canary, lookup=look_up, places={NAME: site.place}))
    assert asked == ["evil.test"]
    assert canary.connections == 0


async def test_a_place_can_not_be_reached_by_its_address(site):
    site.page("/", "the sandbox")
    internet = open_port(site, places={NAME: site.place})
    with pytest.raises(LinkRefused):
        await read(f"http://127.0.0.1:{site.port}/", internet)
    assert site.requests == []


@pytest.mark.parametrize("port", [22, 25, 81, 6379, 8000, 8080, 8443, 0])
async def test_other_ports_than_those_of_the_web_are_closed(port):
    with pytest.raises(LinkRefused):
        await read(f"http://{PUBLIC}:{port}/", Internet())


async def test_an_address_of_this_machine_is_its_own_affair(monkeypatch):
    mine = ipaddress.ip_address(PUBLIC)
    assert is_public(mine)
    monkeypatch.setattr("botapp.web.guard.own_addresses", lambda: frozenset({mine}))
    with pytest.raises(LinkRefused):
        await read("http://evil.test/", Internet(lookup=answers([PUBLIC])))


def test_this_machine_knows_its_own_addresses():
    assert ipaddress.ip_address("127.0.0.1") in own_addresses()


def test_the_last_gate_makes_no_socket_for_an_address_inside():
    """Whatever came past the other checks."""
    internet = Internet()
    for place in (("127.0.0.1", 80), ("::1", 80), (PUBLIC, 22)):
        with pytest.raises(LinkRefused):
            internet.open_socket(socket.AF_INET, socket.SOCK_STREAM, 0, place)


async def test_the_proxy_of_the_environment_is_not_asked(canary, site, monkeypatch):
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{canary.port}")
    site.page("/", "hello")
    await read(f"http://{NAME}/", Internet(places={NAME: site.place}))
    assert canary.connections == 0


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (PUBLIC, True),
        ("8.8.8.8", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("192.88.99.1", False),
        ("2001::1", False),
        ("2001:db8::1", False),
        ("3fff::1", False),
        ("100::1", False),
        ("5f00::1", False),
    ],
)
def test_what_is_public(address, expected):
    assert is_public(ipaddress.ip_address(address)) is expected


async def test_look_ups_that_hang_hold_up_nobody_else(monkeypatch):
    from threading import Event

    hung = Event()
    monkeypatch.setattr("botapp.web.lookup.socket.getaddrinfo", lambda *a, **k: hung.wait(20) and [])
    try:
        slow = [asyncio.create_task(read("http://slow.test/", Internet(), seconds=0.2)) for _ in range(20)]
        done = await asyncio.gather(*slow, return_exceptions=True)
        assert {type(error) for error in done} == {LinkAway}
        assert await asyncio.wait_for(asyncio.to_thread(lambda: 7), 2.0) == 7
    finally:
        hung.set()
