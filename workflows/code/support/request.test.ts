import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withServer } from "../testing/local-server";
import { jsonBody, request } from "./request.server";

const limits = { timeoutMs: 2_000, maxBytes: 1_000 };

describe("a request of exported code", () => {
  it("is sent as it is said, and its answer comes with status, headers and address", async () => {
    await withServer(
      (_, response) => response.writeHead(201, { "x-kind": "test" }).end("Done ✓"),
      async (url, asked) => {
        const answer = await request({
          ...limits,
          method: "PUT",
          url: `${url}/a?x=1`,
          query: [
            ["x", "2"],
            ["q", "a b&c"],
          ],
          headers: { "x-key": "k" },
          body: "Grüße",
        });
        expect(answer).toMatchObject({ status: 201, body: "Done ✓", url: `${url}/a?x=1&x=2&q=a+b%26c` });
        expect(answer.headers["x-kind"]).toBe("test");
        expect(asked).toMatchObject([
          { method: "PUT", url: "/a?x=1&x=2&q=a+b%26c", headers: { "x-key": "k" }, body: "Grüße" },
        ]);
      },
    );
  });

  it("gives a bad status as an answer, not as a failure", async () => {
    await withServer(
      (_, response) => response.writeHead(503).end("away"),
      async (url) => {
        expect(await request({ ...limits, method: "GET", url })).toMatchObject({ status: 503, body: "away" });
      },
    );
  });

  it.each([
    [999, true],
    [1_000, true],
    [1_001, false],
  ])("takes an answer of %d bytes where 1000 are allowed: %s", async (size, taken) => {
    await withServer(
      (_, response) => response.end("x".repeat(size)),
      async (url) => {
        const outcome = await request({ ...limits, method: "GET", url }).catch((error: unknown) => error);
        expect(outcome).toMatchObject(taken ? { status: 200 } : { code: "http_too_large" });
      },
    );
  });

  it("counts bytes, not letters", async () => {
    await withServer(
      (_, response) => response.end("ä".repeat(600)),
      async (url) => {
        await expect(request({ ...limits, method: "GET", url })).rejects.toMatchObject({
          code: "http_too_large",
        });
      },
    );
  });

  it("gives up after its time, and says who did not answer", async () => {
    await withServer(
      () => undefined,
      async (url) => {
        const host = new URL(url).host;
        await expect(request({ ...limits, timeoutMs: 30, method: "GET", url })).rejects.toMatchObject({
          code: "http_failed",
          message: expect.stringContaining(`${host} did not answer`),
        });
      },
    );
  });

  it("stops with the run, and that is no failure of the server's", async () => {
    await withServer(
      () => undefined,
      async (url) => {
        const run = new AbortController();
        const sent = request({ ...limits, method: "GET", url, signal: run.signal });
        run.abort(new Error("The run was cancelled."));
        await expect(sent).rejects.toThrow("The run was cancelled.");
      },
    );
  });

  it("tells of a server that is not there", async () => {
    const url = await withServer(
      () => undefined,
      async (address) => address,
    );
    await expect(request({ ...limits, method: "GET", url })).rejects.toMatchObject({
      code: "http_failed",
      message: expect.stringContaining("ECONNREFUSED"),
    });
  });

  it.each(["", "nowhere", "/path", "http://"])("refuses what is no address: %j", async (url) => {
    await expect(request({ ...limits, method: "GET", url })).rejects.toMatchObject({
      code: "http_failed",
      message: "The address is not a valid URL.",
    });
  });
});

describe("a body that is to be JSON", () => {
  it("goes as it was written, where it is some", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(jsonBody(text)).toBe(text);
      }),
    );
  });

  it.each(['{"a": }', "", "{'a': 1}", '{"a": 1,}', "undefined"])("is refused in words else: %j", (text) => {
    expect(() => jsonBody(text)).toThrow(
      expect.objectContaining({ code: "http_failed", message: expect.stringContaining("not JSON") }),
    );
  });
});
