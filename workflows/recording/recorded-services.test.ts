import { expect, test } from "vitest";
import { isAppError } from "@/workflows/errors/app-error";
import type { HttpCall } from "@/workflows/http/http-call";
import type { NodeServices } from "@/workflows/runtime/ports";
import { fakeHttp, fakeServices } from "@/workflows/testing/fake-services";
import { duringVisit } from "./current-visit.server";
import { recordedServices } from "./recorded-services.server";
import { Tape } from "./testing/tape";

const signal = new AbortController().signal;
const thread = { scope: "thread" as const, runId: "run_1" };
const page = (more: Partial<HttpCall> = {}): HttpCall => ({
  method: "GET",
  url: "https://shop.test/orders?page=1",
  headers: {},
  timeoutMs: 1_000,
  maxBytes: 1_000,
  signal,
  ...more,
});
const code = { code: "return state.n + 1", input: { n: 1 }, timeoutMs: 100, memoryMb: 16, signal };

/** What each service is asked for, and what comes of it. */
const uses: Record<string, (services: NodeServices) => Promise<unknown>> = {
  http: ({ http }) => http.send(page()),
  code: (services) => services.code.run(code),
  agents: ({ agents }) =>
    agents.call({
      slug: "helper",
      given: { message: "Hi" },
      callKey: "a",
      signal,
      depth: 0,
      report: () => {},
    }),
  "a tool": async ({ tools }) => (await tools.open("lookup")).call({ args: { a: 1 }, callKey: "t", signal }),
  mail: ({ mail }) => mail.send({ to: ["a@b.test"], subject: "S", text: "T", callKey: "m", signal }),
  "an event address": ({ events }) => events.open({ runId: "run_1", callKey: "e", lastsMs: 5 }),
  "a value that is not there": ({ store }) => store.get(thread, "nothing"),
  "a value that is kept": async ({ store }) => {
    await store.set({ place: thread, callKey: "s" }, { key: "k", value: null });
    return [await store.get(thread, "k"), await store.list(thread, { prefix: "", limit: 5 })];
  },
  "a counter": async ({ store }) => {
    const call = { place: thread, callKey: "i" };
    const sum = await store.increment(call, { key: "n", by: 2 });
    return [sum, await store.delete({ place: thread, callKey: "d" }, "n")];
  },
  sql: ({ sql }) => {
    const limits = { maxRows: 5, maxBytes: 500, timeoutMs: 50, signal };
    return sql.query({ connection: "shop", query: "select 1", values: [7], write: false, ...limits });
  },
  "a file": ({ files }) => files.list(thread, { prefix: "", limit: 5 }),
};

/** Each service fails the test that reaches it. */
function nobody(): NodeServices {
  const refuse = () => Promise.reject(new Error("The world outside was reached."));
  const store = { get: refuse, list: refuse, set: refuse, increment: refuse, delete: refuse };
  return fakeServices({
    http: { send: refuse },
    code: { run: refuse },
    agents: { call: refuse },
    tools: { open: refuse },
    secrets: { reveal: refuse },
    mail: { send: refuse },
    events: { open: refuse },
    sql: { query: refuse },
    files: { write: refuse, read: refuse, list: refuse, delete: refuse },
    store,
  });
}

test.each(Object.entries(uses))("%s is given back, and nobody is reached", async (_name, use) => {
  const tape = new Tape();
  const live = await tape.during(() => use(recordedServices(fakeServices())));
  expect(await tape.replay().during(() => use(recordedServices(nobody())))).toEqual(live);
  expect(tape.kept.length).toBeGreaterThan(0);
});

test.each<{ name: string; before: Partial<HttpCall>; now: Partial<HttpCall>; same: boolean }>([
  {
    name: "a key that was renewed",
    before: { headers: { Authorization: "Bearer one" } },
    now: { headers: { authorization: "Bearer two" } },
    same: true,
  },
  {
    name: "a signature of the moment",
    before: { headers: { "X-Signature": "a", "Webhook-Id": "1", traceparent: "x" } },
    now: { headers: { "X-Signature": "b", "Webhook-Id": "2" } },
    same: true,
  },
  {
    name: "a header in other letters",
    before: { headers: { Accept: "text/plain" } },
    now: { headers: { accept: "text/plain" } },
    same: true,
  },
  { name: "more time", before: {}, now: { timeoutMs: 9_000, alone: true }, same: true },
  {
    name: "a header that asks for another form",
    before: { headers: { accept: "text/plain" } },
    now: { headers: { accept: "text/html" } },
    same: false,
  },
  { name: "another page", before: {}, now: { url: "https://shop.test/orders?page=2" }, same: false },
  { name: "another body", before: { body: "a" }, now: { body: "b" }, same: false },
])("$name: taken for the same request is $same", async ({ before, now, same }) => {
  const tape = new Tape();
  const http = fakeHttp(() => ({ body: "then" }));
  await tape.during(() => recordedServices(fakeServices({ http })).http.send(page(before)));
  const again = tape.replay().during(() => recordedServices(nobody()).http.send(page(now)));
  const came = await again.then(
    ({ body }) => body,
    (error: unknown) => isAppError(error) && error.code,
  );
  expect(came).toBe(same ? "then" : "replay_diverged");
});

test("an address is told without its query, which may hold a key", async () => {
  const tape = new Tape();
  await tape.during(() => recordedServices(fakeServices()).http.send(page()));
  expect(tape.calls).toMatchObject([{ target: "GET https://shop.test/orders" }]);
});

test("the text of a secret is learnt before it is used, and a replay never reads it", async () => {
  const use = async (services: NodeServices) => {
    const key = await services.secrets.reveal("SHOP");
    return [key, await services.http.send(page({ body: `key=${key}` }))];
  };
  const tape = new Tape();
  const http = fakeHttp(({ body = "" }) => ({ body: `You sent ${body}` }));
  const [text] = await tape.during(() => use(recordedServices(fakeServices({ http }))));
  expect(text).toBe("secret-SHOP");
  expect(JSON.stringify(tape.kept)).not.toContain("secret-SHOP");
  const [hidden, answer] = await tape.replay().during(() => use(recordedServices(nobody())));
  expect(hidden).toBe("‹secret SHOP›");
  expect(answer).toMatchObject({ body: "You sent key=‹secret SHOP›" });
});

test("what code fetches is recorded, though its sandbox calls from elsewhere", async () => {
  const http = fakeHttp(() => ({ body: "fetched" }));
  const tape = new Tape();
  const outside: NodeServices["code"] = {
    run: async (call) => {
      const sent = await duringVisit(undefined, async () => call.http?.send(page()));
      return { value: sent?.body ?? null, logs: [] };
    },
  };
  const { code: sandbox, http: recordedHttp } = recordedServices(fakeServices({ http, code: outside }));
  const answer = await tape.during(() => sandbox.run({ ...code, http: recordedHttp }));
  expect(answer.value).toBe("fetched");
  expect(tape.calls.map(({ kind }) => kind)).toEqual(["http", "code"]);
});

test("personal data of a run is the run's own", () => {
  const services = fakeServices();
  expect(recordedServices(services).personal).toBe(services.personal);
});

test.each(Object.entries(uses))("%s of runs that are not recorded passes through", async (_name, use) => {
  expect(await use(recordedServices(fakeServices()))).toEqual(await use(fakeServices()));
});
