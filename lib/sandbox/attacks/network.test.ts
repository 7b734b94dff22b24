import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createEgress, type Egress } from "@/lib/egress/egress";
import { parseRule } from "@/lib/egress/rule";
import { startTestServer, type TestServer } from "@/lib/egress/testing/test-server";
import { type CodeSandboxPool, createCodeSandbox } from "../code-sandbox";
import { codeCall } from "../testing/code-call";

let sandbox: CodeSandboxPool;
let server: TestServer;
let open: Egress;

beforeAll(async () => {
  server = await startTestServer((request, response) => {
    if (request.url === "/large") response.end("x".repeat(900_000));
    else if (request.url === "/too-large") response.end("x".repeat(1_100_000));
    else if (request.url === "/inside")
      response.writeHead(302, { location: "http://169.254.169.254/" }).end();
    else if (request.url !== "/silent") {
      response.writeHead(request.url === "/missing" ? 404 : 200, {
        "content-type": "application/json",
        "X-One": "1",
      });
      response.end('{"ok":true}');
    }
  });
  open = createEgress([`127.0.0.1:${server.port}`]);
  sandbox = createCodeSandbox();
  await sandbox.warm();
});
afterAll(async () => {
  await sandbox.close();
  await open.close();
  await server.close();
});
beforeEach(() => {
  server.requests.length = 0;
});

const run = (code: string, http = open.http, timeoutMs = 10_000) =>
  sandbox.run(codeCall(code, { http, timeoutMs, input: server.origin })).then(({ value }) => value);
const told = "catch((error) => error.message)";

describe("fetch in code", () => {
  it("sends what it is given and reads the answer", async () => {
    const code = `
      const answer = await fetch(state + "/x?y=1", { method: "post", headers: { "X-A": "b" }, body: "hello" });
      return [answer.ok, answer.status, answer.headers.get("x-one"), await answer.json(), answer.url.endsWith("/x?y=1")];`;
    expect(await run(code)).toEqual([true, 200, "1", { ok: true }, true]);
    expect(server.requests).toMatchObject([{ method: "POST", body: "hello", headers: { "x-a": "b" } }]);
  });

  it("takes a URL, headers and a form, and tells a bad status", async () => {
    const code = `
      const body = new URLSearchParams({ a: "x & y" });
      const answer = await fetch(new URL("/missing", state), { method: "POST", headers: new Headers([["b", "c"]]), body });
      return [answer.ok, answer.status, await answer.text()];`;
    expect(await run(code)).toEqual([false, 404, '{"ok":true}']);
    expect(server.requests[0]).toMatchObject({ body: "a=x+%26+y", headers: { b: "c" } });
  });

  it("may be several at the same time", async () => {
    const code =
      "return (await Promise.all([1, 2, 3].map((n) => fetch(state + '/' + n)))).map(({ status }) => status)";
    expect(await run(code)).toEqual([200, 200, 200]);
  });

  it("is not there without the setting", async () => {
    expect((await sandbox.run(codeCall("return typeof fetch"))).value).toBe("undefined");
    expect((await sandbox.run(codeCall("return typeof Headers"))).value).toBe("undefined");
  });
});

describe("what code may not ask for", () => {
  it.each([
    ["http://169.254.169.254/", /metadata address/],
    ["http://metadata.google.internal/", /metadata service/],
    ["http://localhost:1234/", /loopback address/],
    ["http://2130706433/", /loopback address/],
    ["http://[::ffff:10.0.0.1]/", /private address/],
    ["http://[64:ff9b::7f00:1]/", /translated address/],
    ["file:///etc/passwd", /Only http and https/],
    ["http://user:pass@example.com/", /user name or password/],
    ["ORIGIN/inside", /metadata address/],
    ["ORIGIN/too-large", /larger than 1000000 bytes/],
    ["nothing", /not an address/],
    [`http://example.com/${"x".repeat(5_000)}`, /too long/],
  ])("%s", async (url, message) => {
    const address = url.replace("ORIGIN", server.origin);
    expect(await run(`return await fetch(${JSON.stringify(address)}).${told}`)).toMatch(message);
  });

  it.each([
    ["{ method: 'TRACE' }", /Methods are/],
    ["{ method: 'CONNECT' }", /Methods are/],
    ["{ method: 'GET\\r\\nX: y' }", /Methods are/],
    ["{ method: 'POST', body: 'x'.repeat(2e6) }", /too large/],
    ["{ headers: { a: 'x'.repeat(9000) } }", /may not have/],
    ["{ headers: { 'a b': 'c' } }", /could not be made|Could not call/],
    ["{ headers: { a: 'b\\r\\nc: d' } }", /could not be made|Could not call/],
    ["{ body: 'a GET has none' }", /Could not call/],
  ])("%s", async (options, message) => {
    expect(await run(`return await fetch(state, ${options}).${told}`)).toMatch(message);
    expect(server.requests).toEqual([]);
  });

  it("is bounded by the workspace's lists", async () => {
    const denied = open.within({ allow: [], deny: [parseRule("127.0.0.0/8")] });
    expect(await run(`return await fetch(state).${told}`, denied.http)).toMatch(
      /workspace's rule “127\.0\.0\.0\/8”/,
    );
    expect(server.requests).toEqual([]);
  });

  it("is bounded in number", async () => {
    const code = `let made = 0; for (;;) { try { await fetch(state); made++ } catch (e) { return [made, e.message] } }`;
    expect(await run(code)).toEqual([20, expect.stringContaining("more than 20 requests")]);
    expect(server.requests).toHaveLength(20);
  });

  it("is bounded in bytes", async () => {
    const code = `let made = 0; for (;;) { try { await fetch(state + "/large"); made++ } catch (e) { return [made, e.message] } }`;
    expect(await run(code)).toEqual([5, expect.stringContaining("larger than 500000 bytes")]);
  });

  it("is bounded in time, and nothing goes on after the end", async () => {
    await expect(run("await fetch(state + '/silent')", open.http, 200)).rejects.toMatchObject({
      code: "code_timeout",
    });
    const signals: AbortSignal[] = [];
    const http = {
      send: (call: { signal: AbortSignal }) => {
        signals.push(call.signal);
        return new Promise<never>(() => {});
      },
    };
    expect(await run("fetch(state); return 'over'", http)).toBe("over");
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    expect(await run("return (await fetch(state)).status")).toBe(200);
  });

  it.each([
    "JSON.stringify = () => '{}'; return (await fetch(state)).status",
    "Object.prototype.method = 'DELETE'; return (await fetch(state)).status",
    "Promise.prototype.then = null; return (await fetch(state)).status",
  ])("does not change with what is bent: %s", async (code) => {
    expect(await run(code)).toBe(200);
    expect(server.requests).toMatchObject([{ method: expect.stringMatching(/GET|DELETE/) }]);
  });
});
