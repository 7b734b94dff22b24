import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Breakers } from "@/lib/resilience/breakers";
import type { HttpCall } from "@/workflows/http/http-call";
import { breakingHttp } from "./breaking-http";
import { createEgress, type Egress } from "./egress";
import { startTestServer, type TestServer } from "./testing/test-server";

let server: TestServer;
let egress: Egress;

beforeEach(async () => {
  server = await startTestServer((request, response) => {
    const status = Number(request.url?.slice(1));
    if (status > 0) response.writeHead(status, { "retry-after": "30" }).end();
  });
  egress = createEgress(["private"]);
});
afterEach(async () => {
  await egress.close();
  await server.close();
});

function world() {
  const breakers = new Breakers(
    { warn: vi.fn(), info: vi.fn() },
    { failures: 3, firstMs: 60_000, mostMs: 60_000 },
  );
  const send = (url: string, more: Partial<HttpCall> = {}, workspaceId = "ws_1") =>
    breakingHttp(egress.http, breakers, workspaceId)
      .send({
        method: "GET",
        url,
        headers: {},
        timeoutMs: 10_000,
        maxBytes: 100,
        signal: new AbortController().signal,
        ...more,
      })
      .then(
        ({ status }) => status,
        ({ code }: { code: string }) => code,
      );
  const inRow = async (url: string, more: Partial<HttpCall> = {}) => {
    const ends = [];
    for (let count = 0; count < 4; count += 1) ends.push(await send(url, more));
    return ends;
  };
  return { breakers, send, inRow };
}

describe("a host's circuit breaker", () => {
  it.each([[500], [503], [429]])("opens at answers with status %i", async (status) => {
    const { inRow, breakers } = world();
    expect(await inRow(`${server.origin}/${status}`)).toEqual([status, status, status, "circuit_open"]);
    expect(breakers.states()).toMatchObject([
      { kind: "host", name: `127.0.0.1:${server.port}`, lastError: `It answered with status ${status}.` },
    ]);
    expect(server.requests).toHaveLength(3);
  });

  it("opens at silence", async () => {
    const { inRow } = world();
    expect(await inRow(`${server.origin}/`, { timeoutMs: 100 })).toEqual([
      "http_failed",
      "http_failed",
      "http_failed",
      "circuit_open",
    ]);
  });

  it("opens where nothing listens, for all addresses of the host, for its workspace alone", async () => {
    const { inRow, send } = world();
    const closed = await startTestServer(() => {});
    await closed.close();
    expect((await inRow(`${closed.origin}/one`)).at(-1)).toBe("circuit_open");
    expect(await send(`${closed.origin}/two`)).toBe("circuit_open");
    expect(await send(`${closed.origin}/one`, {}, "ws_2")).toBe("http_failed");
    expect(await send(`${server.origin}/200`)).toBe(200);
  });

  it.each([[404], [401], [200]])("stays closed at status %i", async (status) => {
    const { inRow, breakers } = world();
    expect(await inRow(`${server.origin}/${status}`)).toEqual([status, status, status, status]);
    expect(breakers.states()).toEqual([]);
  });

  it("stays closed where the request never went out", async () => {
    const { inRow, breakers } = world();
    const ends = await inRow(`${server.origin}/200`, { body: "a GET has none" });
    expect(ends.at(-1)).toBe("http_failed");
    expect(breakers.states()).toEqual([]);
  });

  it("leaves to the gateway what is no address", async () => {
    const { send } = world();
    expect(await send("nowhere")).toBe("http_failed");
  });
});
