import { Registry } from "prom-client";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { type HttpServer, openHttpServer } from "@/lib/server/http";
import { HealthPage } from "../health-page";
import { healthListener } from "./health-listener";
import { isInsider } from "./insider";

const token = "a-token-of-the-tests";
const admin: Actor = { kind: "member", userId: "u", name: "Ada", workspaceId: "w", role: "admin" };
const errors: unknown[] = [];
let server: HttpServer;
const inWords = JSON.stringify({ ok: false, checks: { workers: "failing" } });

/** The cookie says who it is; `slow` asks a database that does not answer. */
const people = new Map<string, () => Promise<Actor | null>>([
  ["who=admin", async () => admin],
  ["who=viewer", async () => ({ ...admin, role: "viewer" })],
  ["who=slow", () => new Promise(() => {})],
]);

beforeAll(async () => {
  server = await openHttpServer({ host: "127.0.0.1", port: 0, trustProxy: false });
  const page = (found: string) =>
    new HealthPage(async () => ({ findings: [{ check: "workers", found }], facts: { host: "one" } }), 0);
  const rules = {
    token,
    actorOf: async (headers: Headers) => people.get(headers.get("cookie") ?? "")?.() ?? null,
    maySee: async (actor: Actor) => actor.kind === "member" && actor.role === "admin",
  };
  const broken = new HealthPage(async () => Promise.reject(new Error("a bug")), 0);
  server.serve(
    healthListener(
      {
        pages: {
          "/health": page("ok"),
          "/health/runtime": page("The worker one:11 is dead."),
          "/health/broken": broken,
        },
        metrics: new Registry(),
        isInsider: (headers) => isInsider(headers, rules),
        onError: (error) => errors.push(error),
      },
      (_request, response) => response.end("the app"),
    ),
  );
});
afterAll(() => server.close(100));

const ask = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  fetch(`http://127.0.0.1:${server.port}${path}`, { method, headers });

test("strangers get words and a status, no more", async () => {
  const well = await ask("/health");
  expect([well.status, await well.json()]).toEqual([200, { ok: true, checks: { workers: "ok" } }]);
  const ill = await ask("/health/runtime?verbose=1");
  expect([ill.status, await ill.json()]).toEqual([503, { ok: false, checks: { workers: "failing" } }]);
});

test.each<[string, Record<string, string>]>([
  ["the token", { authorization: `Bearer ${token}` }],
  ["an administrator's session", { cookie: "who=admin" }],
])("%s shows what is behind it", async (_, headers) => {
  expect(await (await ask("/health/runtime", headers)).json()).toMatchObject({
    problems: [{ message: "The worker one:11 is dead." }],
    facts: { host: "one" },
  });
  const metrics = await ask("/metrics", headers);
  expect([metrics.status, metrics.headers.get("content-type")]).toEqual([
    200,
    "text/plain; version=0.0.4; charset=utf-8",
  ]);
});

test.each<[string, Record<string, string>]>([
  ["nothing", {}],
  ["another token", { authorization: "Bearer a-token-of-the-test" }],
  ["another token beside a good session", { authorization: "Bearer no", cookie: "who=admin" }],
  ["a member's session", { cookie: "who=viewer" }],
  ["a session nobody knows", { cookie: "who=nobody" }],
  ["a proxy's word", { "x-forwarded-for": "127.0.0.1" }],
])("%s shows nothing", async (_, headers) => {
  expect(await (await ask("/health/runtime", headers)).text()).toBe(inWords);
  const metrics = await ask("/metrics", headers);
  expect([metrics.status, metrics.headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="metrics"']);
});

test("answers also when the database that knows people does not", async () => {
  const answer = await ask("/health/runtime", { cookie: "who=slow" });
  expect([answer.status, await answer.json()]).toEqual([503, { ok: false, checks: { workers: "failing" } }]);
});

test("leaves the rest to the app", async () => {
  for (const path of ["/", "/healthy", "/health/", "/metrics/x", "/constructor"]) {
    expect(await (await ask(path)).text()).toBe("the app");
  }
});

test("is only read", async () => {
  expect((await ask("/metrics", {}, "POST")).status).toBe(405);
  const head = await ask("/health", {}, "HEAD");
  expect([head.status, await head.text()]).toEqual([200, ""]);
});

test("a bug is told to the log, not to the caller", async () => {
  const answer = await ask("/health/broken");
  expect([answer.status, await answer.text()]).toEqual([500, ""]);
  expect(errors).toHaveLength(1);
});
