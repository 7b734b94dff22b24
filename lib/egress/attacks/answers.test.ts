import type { ServerResponse } from "node:http";
import { createServer } from "node:net";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { HttpCall } from "@/workflows/http/http-call";
import { createEgress, type Egress } from "../egress";
import { sendThrough } from "../testing/send-through";
import { startTestServer, type TestServer } from "../testing/test-server";

const large = Buffer.alloc(5_000_000);
const coded = (encoding: string, body: Buffer) => (response: ServerResponse) =>
  void response.writeHead(200, { "content-encoding": encoding }).end(body);
const from =
  (location: string, status = 302) =>
  (response: ServerResponse) =>
    void response.writeHead(status, { location }).end();

/** What hostile servers answer, by path. */
const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
  "/gzip": coded("gzip", gzipSync(large)),
  "/x-gzip": coded("x-gzip", gzipSync(large)),
  "/deflate": coded("deflate", deflateSync(large)),
  "/deflate-raw": coded("deflate", deflateRawSync(large)),
  "/br": coded("br", brotliCompressSync(large)),
  "/zstd": coded("zstd", zstdCompressSync(large)),
  "/twice": coded("gzip, gzip", gzipSync(gzipSync(large))),
  "/mixed": coded("br, gzip", gzipSync(brotliCompressSync(large))),
  "/five": coded(
    "gzip,gzip,gzip,gzip,gzip",
    [1, 2, 3, 4, 5].reduce((body) => gzipSync(body), large),
  ),
  "/too-many": coded(Array(20).fill("gzip").join(), gzipSync(large)),
  "/plain": (response) => void response.end(large),
  "/endless": (response) => {
    const more = (): unknown => response.writableEnded || response.write("x".repeat(10_000), more);
    response.on("error", () => {});
    more();
  },
  "/lying": (response) => void response.writeHead(200, { "content-length": "9999999" }).end("x"),
  "/not-gzip": coded("gzip", Buffer.from("plain text")),
  "/headers": (response) => void response.writeHead(200, { "x-large": "x".repeat(40_000) }).end(),
  "/many-headers": (response) => {
    for (let count = 0; count < 1_000; count += 1) response.setHeader(`x-${count}`, "x".repeat(20));
    response.end();
  },
  "/silent-body": (response) => response.writeHead(200).flushHeaders(),
  "/silent": () => {},
  "/file": from("file:///etc/passwd"),
  "/data": from("data:text/plain,hello"),
  "/ftp": from("ftp://127.0.0.1/"),
  "/javascript": from("javascript:alert(1)"),
  "/metadata": from("http://169.254.169.254/latest/meta-data/iam/security-credentials/"),
  "/metadata-name": from("http://metadata.google.internal/computeMetadata/v1/"),
  "/to-integer": from("http://2130706433:8123/"),
  "/to-hex": from("//0x7f000001:8123/"),
  "/to-mapped": from("http://[::ffff:10.0.0.1]/"),
  "/to-private": from("https://10.0.0.1/", 307),
  "/to-port": from("http://127.0.0.1:8123/", 308),
  "/to-userinfo": from("http://user:pass@127.0.0.1/", 301),
  "/to-nothing": from("http://"),
  "/see-other": from("http://[fe80::1]/", 303),
  "/loop": from("/loop"),
};

let server: TestServer;
let egress: Egress;

beforeAll(async () => {
  server = await startTestServer((request, response) => answers[request.url ?? ""]?.(response));
  // Only this one place is open: where a redirect leads elsewhere, it is judged anew.
  egress = createEgress([`127.0.0.1:${server.port}`], { idleTimeoutMs: 300, headersTimeoutMs: 300 });
});
afterAll(async () => {
  await egress.close();
  await server.close();
});

describe("an answer that is too much", () => {
  it.each([
    ["/gzip", "http_too_large"],
    ["/x-gzip", "http_too_large"],
    ["/deflate", "http_too_large"],
    ["/deflate-raw", "http_too_large"],
    ["/br", "http_too_large"],
    ["/zstd", "http_too_large"],
    ["/twice", "http_too_large"],
    ["/mixed", "http_too_large"],
    ["/five", "http_too_large"],
    ["/too-many", "http_failed"],
    ["/plain", "http_too_large"],
    ["/endless", "http_too_large"],
    ["/lying", "http_too_large"],
    ["/not-gzip", "http_failed"],
    ["/headers", "http_failed"],
    ["/many-headers", "http_failed"],
  ])("%s ends as %s", async (path, code) => {
    await expect(sendThrough(egress.http, server.origin + path)).rejects.toMatchObject({ code });
  });

  it("is cut for those who read it as a stream, too", async () => {
    const small = createEgress(["private"], { idleTimeoutMs: 300 });
    const { body } = await small.fetchFor([])(`${server.origin}/endless`);
    const reader = body?.getReader();
    await expect(
      (async () => {
        for (let read = await reader?.read(); !read?.done; read = await reader?.read());
      })(),
    ).rejects.toMatchObject({ code: "http_too_large" });
    await small.close();
  });
});

describe("an answer that never comes", () => {
  it.each<[string, Partial<HttpCall>, RegExp]>([
    ["/silent", {}, /no answer came in time/],
    ["/silent-body", {}, /stopped in the middle/],
    ["/silent", { timeoutMs: 50 }, /did not answer in 50 ms/],
    ["/silent-body", { timeoutMs: 50 }, /did not answer in 50 ms/],
    ["/loop", {}, /redirected more than 5 times/],
  ])("%s with %j", async (path, more, message) => {
    const sent = sendThrough(egress.http, server.origin + path, more);
    await expect(sent).rejects.toMatchObject({
      code: "http_failed",
      message: expect.stringMatching(message),
    });
  });

  it("for a name that is never found", async () => {
    const deaf = createEgress([], { resolve: () => {}, connectTimeoutMs: 100 });
    const sent = sendThrough(deaf.http, "http://name.test/");
    await expect(sent).rejects.toMatchObject({ message: expect.stringContaining("took too long") });
    await deaf.close();
  });

  it("for a secure connection that is never made", async () => {
    const mute = createServer((socket) => void socket.resume());
    await new Promise<void>((done) => mute.listen(0, "127.0.0.1", done));
    const address = mute.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const patient = createEgress(["private"], { connectTimeoutMs: 100 });
    const sent = sendThrough(patient.http, `https://127.0.0.1:${port}/`);
    await expect(sent).rejects.toMatchObject({ message: expect.stringContaining("took too long") });
    await patient.close();
    await new Promise((done) => mute.close(done));
  });
});

describe("a redirect that leads inside", () => {
  it.each([
    "/file",
    "/data",
    "/ftp",
    "/javascript",
    "/metadata",
    "/metadata-name",
    "/to-integer",
    "/to-hex",
    "/to-mapped",
    "/to-private",
    "/to-port",
    "/to-userinfo",
    "/see-other",
  ])("%s is not followed", async (path) => {
    const sent = sendThrough(egress.http, server.origin + path, { method: "POST", body: "x" });
    await expect(sent).rejects.toMatchObject({ code: "egress_refused" });
    const fetched = egress.fetchFor([])(server.origin + path);
    await expect(fetched).rejects.toMatchObject({ code: "egress_refused" });
  });

  it("to nowhere is a failure", async () => {
    await expect(sendThrough(egress.http, `${server.origin}/to-nothing`)).rejects.toMatchObject({
      code: "http_failed",
    });
  });

  it.each([301, 302, 303, 307, 308])("%i to another origin carries no secret there", async (status) => {
    const other = await startTestServer((_request, response) => void response.end("other"));
    const first = await startTestServer((_request, response) => from(`${other.origin}/x`, status)(response));
    const open = createEgress(["private"]);
    const headers = {
      authorization: "Bearer secret",
      cookie: "session=secret",
      "proxy-authorization": "Basic secret",
      "x-api-key": "secret",
      accept: "text/plain",
    };
    const sent = await sendThrough(open.http, first.origin, { headers });
    expect(sent.body).toBe("other");
    expect(JSON.stringify(other.requests[0]?.headers)).not.toContain("secret");
    expect(other.requests[0]?.headers.accept).toBe("text/plain");
    await Promise.all([open.close(), other.close(), first.close()]);
  });

  it("keeps no cookie that a server sets", async () => {
    const jar = await startTestServer((request, response) => {
      if (request.url === "/") response.writeHead(302, { location: "/next", "set-cookie": "a=secret" }).end();
      else response.end("done");
    });
    const open = createEgress(["private"]);
    await sendThrough(open.http, `${jar.origin}/`);
    await sendThrough(open.http, `${jar.origin}/`);
    expect(jar.requests.map(({ headers }) => headers.cookie)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    await Promise.all([open.close(), jar.close()]);
  });
});
