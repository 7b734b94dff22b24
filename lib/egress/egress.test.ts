import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Resolve } from "./connector";
import { createEgress, type Egress } from "./egress";
import { httpCall } from "./testing/send-through";
import { startTestServer, type TestServer } from "./testing/test-server";

let server: TestServer;
let egress: Egress | undefined;

beforeEach(async () => {
  server = await startTestServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://test");
    const to = url.searchParams.get("to");
    if (to !== null) {
      response.writeHead(Number(url.searchParams.get("status") ?? 302), { location: to }).end();
    } else if (url.pathname === "/loop") {
      response.writeHead(302, { location: "/loop" }).end();
    } else if (url.pathname === "/bomb") {
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(1_000_000)));
    } else if (url.pathname === "/large") {
      response.writeHead(200, { "content-length": "1000000" }).end(Buffer.alloc(1_000_000));
    } else if (url.pathname === "/cut") {
      response.writeHead(200, { "content-length": "100" });
      response.write("half", () => response.destroy());
    } else if (url.pathname === "/latin") {
      response.writeHead(200, { "content-type": "text/plain; charset=iso-8859-1" });
      response.end(Buffer.from([0xe9]));
    } else if (url.pathname === "/silent") {
      response.writeHead(200).flushHeaders();
    } else {
      response.writeHead(200, { "content-type": "application/json", "x-one": "1" }).end('{"ok":true}');
    }
  });
});

afterEach(async () => {
  await egress?.close();
  await server.close();
});

function open(allow: readonly string[], resolve?: Resolve): Egress {
  egress = createEgress(allow, resolve ? { resolve } : {});
  return egress;
}

/** Answers a name with fixed addresses, one list per call. */
function answering(...answers: string[][]): Resolve {
  let count = 0;
  return (_hostname, _options, done) => {
    const list = answers[Math.min(count++, answers.length - 1)] ?? [];
    done(
      null,
      list.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
  };
}

describe("the guard, with only public addresses allowed", () => {
  it.each([
    "http://127.0.0.1:PORT/",
    "http://127.1:PORT/",
    "http://2130706433:PORT/",
    "http://0x7f000001:PORT/",
    "http://0177.0.0.1:PORT/",
    "http://0.0.0.0:PORT/",
    "http://localhost:PORT/",
    "http://[::1]:PORT/",
    "http://[::ffff:127.0.0.1]:PORT/",
    "http://[::ffff:7f00:1]:PORT/",
    "http://169.254.169.254/latest/meta-data/",
    "http://10.0.0.1/",
    "http://100.64.0.1/",
    "https://127.0.0.1:PORT/",
  ])("refuses %s without a byte sent", async (url) => {
    const sent = open([]).http.send(httpCall(url.replace("PORT", String(server.port))));
    await expect(sent).rejects.toMatchObject({ code: "egress_refused" });
    expect(server.requests).toEqual([]);
  });

  it.each(["file:///etc/passwd", "ftp://example.com/", "data:text/plain,x", "gopher://example.com/"])(
    "refuses the scheme of %s",
    async (url) => {
      await expect(open([]).http.send(httpCall(url))).rejects.toMatchObject({ code: "egress_refused" });
    },
  );

  it("refuses a name that stands for a loopback address, also beside a public one", async () => {
    const { http } = open([], answering(["93.184.216.34", "127.0.0.1"]));
    await expect(http.send(httpCall(`http://rebind.example:${server.port}/`))).rejects.toMatchObject({
      code: "egress_refused",
      message: expect.stringContaining("rebind.example (127.0.0.1)"),
    });
  });

  it("judges the address it connects to, however the name answered before", async () => {
    const { http } = open(["127.0.0.0/8"], answering(["127.0.0.1"], ["10.0.0.1"]));
    const first = await http.send(
      httpCall(`http://rebind.example:${server.port}/`, { headers: { connection: "close" } }),
    );
    expect(first.status).toBe(200);
    await expect(http.send(httpCall(`http://rebind.example:${server.port + 1}/`))).rejects.toMatchObject({
      code: "egress_refused",
    });
  });

  it("explains the way to allow it", async () => {
    const failed = open([]).http.send(httpCall(server.origin));
    await expect(failed).rejects.toMatchObject({
      details: { hint: expect.stringContaining("ALLOW_PRIVATE_NETWORK") },
    });
  });
});

describe("redirects", () => {
  it("follows one and reports where it ended", async () => {
    const answer = await open(["private"]).http.send(httpCall(`${server.origin}/?to=/next`));
    expect(answer).toMatchObject({ status: 200, url: `${server.origin}/next`, body: '{"ok":true}' });
  });

  it.each(["http://169.254.169.254/", "http://localhost:8123/", "file:///etc/passwd", "http://[::1]:8123/"])(
    "does not follow one to %s",
    async (target) => {
      const { http } = open([`127.0.0.1:${server.port}`]);
      await expect(
        http.send(httpCall(`${server.origin}/?to=${encodeURIComponent(target)}`)),
      ).rejects.toMatchObject({
        code: "egress_refused",
      });
    },
  );

  it("sends no secret to another origin", async () => {
    const other = await startTestServer((_request, response) => void response.end("other"));
    const answer = await open(["private"]).http.send(
      httpCall(`${server.origin}/?status=307&to=${encodeURIComponent(other.origin)}`, {
        method: "POST",
        body: "payload",
        headers: { authorization: "Bearer secret", "x-api-key": "secret", "content-type": "text/plain" },
      }),
    );
    await other.close();
    expect(answer.body).toBe("other");
    expect(other.requests).toMatchObject([{ method: "POST", body: "payload" }]);
    expect(other.requests[0]?.headers).not.toHaveProperty("authorization");
    expect(other.requests[0]?.headers).not.toHaveProperty("x-api-key");
  });

  it("gives up on a circle", async () => {
    const failed = open(["private"]).http.send(httpCall(`${server.origin}/loop`));
    await expect(failed).rejects.toMatchObject({
      code: "http_failed",
      message: expect.stringContaining("5 times"),
    });
    expect(server.requests).toHaveLength(6);
  });
});

describe("the http gateway", () => {
  it("sends method, headers and body, and returns status, headers and body", async () => {
    const answer = await open(["private"]).http.send(
      httpCall(`${server.origin}/x?y=1`, { method: "put", body: '{"a":1}', headers: { "x-test": "v" } }),
    );
    expect(server.requests).toMatchObject([
      { method: "PUT", url: "/x?y=1", body: '{"a":1}', headers: { "x-test": "v" } },
    ]);
    expect(answer.headers).toMatchObject({ "x-one": "1" });
  });

  it("reads the character set the server names", async () => {
    const answer = await open(["private"]).http.send(httpCall(`${server.origin}/latin`));
    expect(answer.body).toBe("é");
  });

  it.each(["/bomb", "/large"])("stops %s at the size limit", async (path) => {
    const failed = open(["private"]).http.send(httpCall(server.origin + path));
    await expect(failed).rejects.toMatchObject({ code: "http_too_large" });
  });

  it("stops at the time limit, also inside the body", async () => {
    const failed = open(["private"]).http.send(httpCall(`${server.origin}/silent`, { timeoutMs: 50 }));
    await expect(failed).rejects.toMatchObject({
      code: "http_failed",
      message: expect.stringContaining("50 ms"),
    });
  });

  it("stops when its caller does, with the caller's reason", async () => {
    const controller = new AbortController();
    const reason = new Error("the run was cancelled");
    const failed = open(["private"]).http.send(
      httpCall(`${server.origin}/silent`, { signal: controller.signal }),
    );
    controller.abort(reason);
    await expect(failed).rejects.toBe(reason);
  });

  it.each([
    ["/cut", "cut"],
    [":1023/", "nothing answers"],
  ])("says why %s failed", async (path, words) => {
    const url = path.startsWith(":") ? `http://127.0.0.1${path}` : server.origin + path;
    await expect(open(["private"]).http.send(httpCall(url))).rejects.toMatchObject({
      code: "http_failed",
      message: expect.stringContaining(words),
    });
  });

  it.each(["nonsense", "", "/path"])("refuses %j as an address", async (url) => {
    await expect(open([]).http.send(httpCall(url))).rejects.toMatchObject({ code: "http_failed" });
  });

  it("refuses credentials inside an address", async () => {
    const failed = open(["private"]).http.send(httpCall(`http://user:pass@127.0.0.1:${server.port}/`));
    await expect(failed).rejects.toMatchObject({ code: "egress_refused" });
  });
});

describe("fetchFor", () => {
  it("opens only the named host and port", async () => {
    const other = await startTestServer((_request, response) => void response.end("other"));
    const fetch = open([]).fetchFor([`127.0.0.1:${server.port}`]);
    const response = await fetch(server.origin, { method: "POST", body: "hello" });
    expect(await response.json()).toEqual({ ok: true });
    expect(server.requests).toMatchObject([{ method: "POST", body: "hello" }]);
    await expect(fetch(other.origin)).rejects.toMatchObject({ code: "egress_refused" });
    await other.close();
  });

  it("does not lend its open sockets to callers without the permission", async () => {
    const both = open([]);
    const allowed = await both.fetchFor([`127.0.0.1:${server.port}`])(server.origin);
    await allowed.text();
    await expect(both.fetchFor([])(server.origin)).rejects.toMatchObject({ code: "egress_refused" });
    await expect(both.http.send(httpCall(server.origin))).rejects.toMatchObject({ code: "egress_refused" });
  });

  it("hands over the body as it arrives and stops with its signal", async () => {
    const controller = new AbortController();
    const fetch = open(["private"]).fetchFor([]);
    const response = await fetch(`${server.origin}/silent`, { signal: controller.signal });
    const read = response.text();
    controller.abort();
    await expect(read).rejects.toMatchObject({ name: "AbortError" });
  });
});
