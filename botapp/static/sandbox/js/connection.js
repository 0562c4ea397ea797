// The wire to the sandbox: one stream of events in, acts of the person out.

export class Connection {
  /** `hear(event)` gets every event; `tell(isUp)` learns when the stream comes and goes. */
  constructor({ hear, tell }) {
    this.hear = hear;
    this.tell = tell;
    this.personId = 0;
  }

  open(personId) {
    this.close();
    this.personId = personId;
    this.stream = new EventSource(`/sandbox/events?person=${personId}`);
    this.stream.onmessage = ({ data }) => this.#take(JSON.parse(data));
    this.stream.onerror = () => this.#lost();
  }

  close() {
    clearTimeout(this.retry);
    clearTimeout(this.silence);
    this.stream?.close();
  }

  /** One act; resolves to its result, throws with a sentence when it is refused. */
  async act(name, body) {
    const response = await fetch(`/sandbox/acts/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ person: this.personId, ...body }),
    });
    const answer = await response.json();
    if (!answer.ok) throw new Error(answer.description);
    return answer.result;
  }

  #take(event) {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.#lost(), 7000);
    if (event.kind === "reload") return this.open(this.personId);
    if (event.kind === "closing") return this.#lost();
    this.tell(true);
    this.hear(event);
  }

  // The browser gives up on some errors, so the next try is made here.
  #lost() {
    this.close();
    this.tell(false);
    this.retry = setTimeout(() => this.open(this.personId), 1200);
  }
}

export async function fetchJson(path) {
  const answer = await (await fetch(path)).json();
  return answer.result;
}
