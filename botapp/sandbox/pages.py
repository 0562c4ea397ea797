"""A small newspaper for those who try links without the internet: http://news.example/en, /ru and /uk.

The bot reaches it because the settings name the sandbox as the place of that host.
"""

from html import escape

from aiohttp import web

HOST = "news.example"
SITE = "Sandbox Times"
_PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title} | {site}</title>
<meta property="og:site_name" content="{site}"><meta property="og:title" content="{title}"></head>
<body><nav><a href="/en">English</a> <a href="/ru">Русский</a> <a href="/uk">Українська</a></nav>
<article><h1>{title}</h1>
{paragraphs}
</article><footer>{site}</footer></body></html>
"""
_STORIES: dict[str, str] = {
    "en": """\
Ethereum foundation moves $95 million to staking

The Ethereum foundation moved 31,250 ETH, worth about $95 million, into staking contracts on
Thursday. It is the largest such step that it has taken so far, according to its public wallets.

The coins will earn roughly 2.9% a year. Until now the foundation paid its developers by selling
small amounts of ETH, which holders had criticised as pressure on the price.

The foundation did not say how long it will leave the coins there. ETH traded 1.4% higher at $3,040.""",
    "ru": """\
Фонд Ethereum отправил в стейкинг 95 млн долларов

Фонд Ethereum перевёл в четверг в контракты стейкинга 31 250 ETH, около 95 млн долларов. Судя по его
открытым кошелькам, это самый крупный такой шаг фонда.

Монеты будут приносить примерно 2,9% в год. До сих пор фонд платил разработчикам, продавая понемногу
ETH, за что держатели его упрекали: это давило на цену.

На какой срок монеты останутся в стейкинге, фонд не сказал. ETH подорожал на 1,4%, до 3040 долларов.""",
    "uk": """\
Фонд Ethereum відправив у стейкінг 95 млн доларів

Фонд Ethereum у четвер переказав у контракти стейкінгу 31 250 ETH, близько 95 млн доларів. Судячи з
його відкритих гаманців, це найбільший такий крок фонду.

Монети приноситимуть приблизно 2,9% на рік. Досі фонд платив розробникам, продаючи потроху ETH, за
що власники йому дорікали: це тиснуло на ціну.

На який строк монети залишаться у стейкінгу, фонд не сказав. ETH подорожчав на 1,4%, до 3040
доларів.""",
}


def is_for_newspaper(request: web.BaseRequest) -> bool:
    return request.headers.get("Host", "").partition(":")[0].lower() == HOST


def answer(request: web.BaseRequest) -> web.Response:
    """A story, /closed as a paywall answers, and 404."""
    name = request.path.strip("/") or "en"
    if name == "closed":
        return web.Response(status=402, text="Subscribers only")
    if name not in _STORIES:
        return web.Response(status=404, text="Not found")
    title, *paragraphs = (" ".join(part.split()) for part in _STORIES[name].split("\n\n"))
    told = "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    page = _PAGE.format(language=name, title=escape(title), site=SITE, paragraphs=told)
    return web.Response(text=page, content_type="text/html", charset="utf-8")
