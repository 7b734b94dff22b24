/**
 * What runs inside the guest before its own code: takes the host's functions and makes of them what code knows by
 * name. It keeps the originals of what the guest could replace. Everything that needs tables or care (addresses,
 * hashes, character sets) is asked of the host, text for text.
 */
export const prelude = `(function (host) {
  const { parse, stringify } = JSON, text = String, slice = Function.prototype.call.bind(String.prototype.slice);
  const { send, digest, request, randomNumbers } = host;
  // Texts cross as JSON: in between they are C strings, which end at their first zero.
  const asked = (ask) => (...values) => parse(ask(stringify(values)));
  const [toBase64, fromBase64, readUrl, changeUrl, readQuery, writeQuery] = [
    host.toBase64, host.fromBase64, host.readUrl, host.changeUrl, host.readQuery, host.writeQuery,
  ].map(asked);
  const encode = (value) => host.encode(stringify([value]));
  const decode = (label, fatal, bytes) => parse(host.decode(stringify([label]), fatal, bytes));
  const maxShown = 2000;

  const show = (value) => {
    if (typeof value === "string") return value;
    if (value instanceof Error) return text(value);
    try { return stringify(value) ?? text(value); } catch { return "[cannot be shown]"; }
  };
  // Cut before it leaves, so that no long line is ever copied.
  const line = (level) => (...values) => {
    let shown = "";
    for (let index = 0; index < values.length; index += 1) shown += (index === 0 ? "" : " ") + show(values[index]);
    send(level, shown.length > maxShown ? slice(shown, 0, maxShown) + "…" : shown);
  };
  const log = line("log");
  globalThis.console = { log, info: log, debug: log, warn: line("warn"), error: line("error") };

  // QuickJS's own would give every call the same numbers: all of them begin with a copy of one context.
  const Numbers = Float64Array;
  let drawn, next = 0, end = 0;
  Math.random = ({
    random() {
      if (next === end) { drawn = new Numbers(randomNumbers()); next = 0; end = drawn.length; }
      return drawn[next++];
    },
  }).random;

  const bytesOf = (data) => {
    if (typeof data === "string") return encode(data);
    if (data instanceof ArrayBuffer) return data;
    if (ArrayBuffer.isView(data)) return data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength);
    throw new TypeError("Give a text, an ArrayBuffer or a typed array.");
  };
  const hexOf = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  globalThis.crypto = {
    subtle: {
      async digest(algorithm, data) { return digest(text(algorithm?.name ?? algorithm), bytesOf(data)); },
    },
    hash(algorithm, data, encoding = "hex") {
      const buffer = digest(text(algorithm), bytesOf(data));
      if (encoding === "buffer") return new Uint8Array(buffer);
      if (encoding === "base64") return toBase64(text(String.fromCharCode(...new Uint8Array(buffer))));
      if (encoding !== "hex") throw new TypeError("Encodings are hex, base64 and buffer.");
      return hexOf(buffer);
    },
  };
  globalThis.btoa = (value) => toBase64(text(value));
  globalThis.atob = (value) => fromBase64(text(value));
  globalThis.TextEncoder = class TextEncoder {
    get encoding() { return "utf-8"; }
    encode(value = "") { return new Uint8Array(encode(text(value))); }
  };
  globalThis.TextDecoder = class TextDecoder {
    #label; #fatal;
    constructor(label = "utf-8", { fatal = false } = {}) { this.#label = text(label); this.#fatal = !!fatal; }
    get encoding() { return this.#label; }
    decode(data = new ArrayBuffer(0)) { return decode(this.#label, this.#fatal, bytesOf(data)); }
  };

  class URLSearchParams {
    #pairs; #changed;
    constructor(init = "", changed = () => {}) {
      this.#changed = typeof changed === "function" ? changed : () => {};
      const list = typeof init === "string" ? parse(readQuery(init))
        : init[Symbol.iterator] ? [...init] : Object.entries(init);
      this.#pairs = list.map(([name, value]) => [text(name), text(value)]);
    }
    get size() { return this.#pairs.length; }
    append(name, value) { this.#pairs.push([text(name), text(value)]); this.#changed(this.toString()); }
    delete(name) { this.#pairs = this.#pairs.filter((pair) => pair[0] !== text(name)); this.#changed(this.toString()); }
    get(name) { return this.#pairs.find((pair) => pair[0] === text(name))?.[1] ?? null; }
    getAll(name) { return this.#pairs.filter((pair) => pair[0] === text(name)).map((pair) => pair[1]); }
    has(name) { return this.#pairs.some((pair) => pair[0] === text(name)); }
    set(name, value) {
      const at = this.#pairs.findIndex((pair) => pair[0] === text(name));
      const rest = this.#pairs.filter((pair, index) => pair[0] !== text(name) || index === at);
      this.#pairs = rest.map((pair) => (pair[0] === text(name) ? [pair[0], text(value)] : pair));
      if (at < 0) this.#pairs.push([text(name), text(value)]);
      this.#changed(this.toString());
    }
    sort() { this.#pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)); this.#changed(this.toString()); }
    forEach(act) { for (const [name, value] of this.#pairs) act(value, name, this); }
    *entries() { for (const [name, value] of this.#pairs) yield [name, value]; }
    *keys() { for (const [name] of this.#pairs) yield name; }
    *values() { for (const [, value] of this.#pairs) yield value; }
    [Symbol.iterator]() { return this.entries(); }
    toString() { return writeQuery(stringify(this.#pairs)); }
  }
  class URL {
    #parts; #query;
    constructor(address, base) {
      const found = readUrl(text(address), base === undefined ? "" : text(base));
      if (found === null) throw new TypeError("Invalid URL");
      this.#parts = parse(found);
    }
    static parse(address, base) { try { return new URL(address, base); } catch { return null; } }
    static canParse(address, base) { return URL.parse(address, base) !== null; }
    #change(name, value) { this.#parts = parse(changeUrl(this.#parts.href, name, text(value))); }
    get searchParams() {
      this.#query ??= new URLSearchParams(this.#parts.search, (query) => this.#change("search", query));
      return this.#query;
    }
    get origin() { return this.#parts.origin; }
    toString() { return this.#parts.href; }
    toJSON() { return this.#parts.href; }
    static {
      const names = ["href", "protocol", "username", "password", "host", "hostname", "port", "pathname", "search", "hash"];
      for (const name of names) {
        Object.defineProperty(URL.prototype, name, {
          get() { return this.#parts[name]; },
          set(value) { this.#change(name, value); if (name === "href" || name === "search") this.#query = undefined; },
          enumerable: true, configurable: true,
        });
      }
    }
  }
  globalThis.URL = URL;
  globalThis.URLSearchParams = URLSearchParams;

  class Headers {
    #all = new Map();
    constructor(init = {}) {
      for (const [name, value] of init[Symbol.iterator] ? init : Object.entries(init)) this.set(name, value);
    }
    get(name) { return this.#all.get(text(name).toLowerCase()) ?? null; }
    has(name) { return this.#all.has(text(name).toLowerCase()); }
    set(name, value) { this.#all.set(text(name).toLowerCase(), text(value)); }
    delete(name) { this.#all.delete(text(name).toLowerCase()); }
    forEach(act) { for (const [name, value] of this.#all) act(value, name, this); }
    entries() { return this.#all.entries(); }
    [Symbol.iterator]() { return this.entries(); }
  }
  class Response {
    #body;
    constructor({ status, url, headers, body }) {
      this.#body = body;
      this.status = status; this.url = url; this.ok = status >= 200 && status < 300; this.headers = new Headers(headers);
    }
    async text() { return this.#body; }
    async json() { return parse(this.#body); }
  }
  const fetch = async (address, { method = "GET", headers = {}, body } = {}) => {
    const given = new Headers(headers);
    if (body instanceof URLSearchParams && !given.has("content-type")) {
      given.set("content-type", "application/x-www-form-urlencoded;charset=UTF-8");
    }
    const made = { method: text(method), url: text(address), headers: Object.fromEntries(given) };
    return new Response(parse(await request(stringify(body == null ? made : { ...made, body: text(body) }))));
  };

  return {
    parse,
    openNetwork() { Object.assign(globalThis, { fetch, Headers }); },
    finish(value, limit) {
      const json = stringify(value) ?? "null";
      if (json.length > limit) {
        throw new RangeError("The result has " + json.length + " characters; " + limit + " are allowed.");
      }
      return json;
    },
  };
})`;
