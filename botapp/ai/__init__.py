"""What RVX knows about explaining: no Django, no Telegram, no HTTP server.

Everything the engine needs reaches this package as frozen data (`Prompt`), and everything it has
to say leaves as frozen data (`Reply`).
"""
