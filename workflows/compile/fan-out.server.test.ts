import { AIMessage } from "@langchain/core/messages";
import { fakeModel } from "langchain";
import { describe, expect, it } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import type { Json, JsonObject } from "@/workflows/graph/json";
import type { HttpCall } from "@/workflows/http/http-call";
import { fakeHttp } from "@/workflows/testing/fake-services";
import { type Drawing, draw, end, map, mark, node, start, text, trail } from "./testing/draw";
import { drive } from "./testing/drive";

const anything = { type: "any", reducer: "replace" } as const;

/** Calls an address made of the entry, and gives the answer. */
const calling: Drawing = {
  channels: { item: text, result: anything },
  nodes: {
    start: start("item"),
    call: node("http", { url: "https://api.test/{{ item }}", output: "result" }),
    end: end("result"),
  },
  edges: ["start > call", "call > end"],
};

const through = (drawing: Drawing, list: string, more: JsonObject = {}, policy = {}) =>
  draw({
    channels: { entries: anything, results: trail, wrong: trail, greeting: text, trail },
    nodes: {
      start: start("entries"),
      map: map(drawing, list, more, policy),
      after: mark("after"),
      rescue: node("set-state", { assignments: [{ channel: "trail", value: "error.message" }] }),
      end: end("results"),
    },
    edges: [
      "start > map",
      "map > after",
      ...(Object.hasOwn(policy, "onError") ? ["map.error > rescue", "rescue > end"] : []),
      "after > end",
    ],
  });

const pathOf = ({ url }: Pick<HttpCall, "url">) => new URL(url).pathname.slice(1);

/** A place that answers when it is told to, and counts who waits there. */
function turnstile() {
  const waiting = new Map<string, () => void>();
  const log = { seen: [] as string[], most: 0 };
  const changed: (() => void)[] = [];
  const http = {
    send: async (call: HttpCall) => {
      const name = pathOf(call);
      log.seen.push(name);
      const answered = new Promise<void>((resolve) => waiting.set(name, resolve));
      log.most = Math.max(log.most, waiting.size);
      for (const tell of changed.splice(0)) tell();
      await answered;
      return { status: 200, headers: {}, body: name.toUpperCase(), url: call.url };
    },
  };
  const inside = async (count: number) => {
    while (waiting.size < count) await new Promise<void>((resolve) => changed.push(resolve));
  };
  const letOut = (name: string) => {
    waiting.get(name)?.();
    waiting.delete(name);
  };
  return { http, log, inside, letOut };
}

describe("a map", () => {
  it("gives what each entry came to, in their order and not in that in which they ended", async () => {
    const { http, inside, letOut } = turnstile();
    const run = drive(through(calling, "entries"), { http }).run({ entries: ["a", "b", "c"] });
    await inside(3);
    for (const name of ["c", "a", "b"]) letOut(name);
    expect(await run).toMatchObject({ results: ["A", "B", "C"], trail: ["after"] });
  });

  it.each([1, 2, 5])("has no more than %i at work at once, and comes to all of them", async (places) => {
    const { http, log, inside, letOut } = turnstile();
    const entries = Array.from({ length: 12 }, (_, index) => `n${index}`);
    const run = drive(through(calling, "entries", { places }), { http }).run({ entries });
    for (const [index, name] of entries.entries()) {
      await inside(Math.min(places, entries.length - index));
      letOut(name);
    }
    expect(await run).toMatchObject({ results: entries.map((name) => name.toUpperCase()) });
    expect(log).toEqual({ seen: entries, most: places });
  });

  it("goes on with an empty list where there is nothing to do", async () => {
    const agent = drive(through(calling, "entries"));
    expect(await agent.run({ entries: [] })).toMatchObject({ results: [], trail: ["after"] });
    expect(agent.ofType("item.started")).toEqual([]);
  });

  it.each<[string, Json, string]>([
    ["entries", "a, b", "“entries” gives a text, and a list is needed."],
    ["entries", 3, "“entries” gives 3, and a list is needed."],
    ["entries", { a: 1 }, "“entries” gives an object, and a list is needed."],
    ["greeting", [], "“greeting” gives nothing, and a list is needed."],
    ["entries", [1, 2, 3, 4], "“entries” gives 4 entries; this node takes up to 3."],
  ])("says what is wrong with %s being %j", async (list, entries, message) => {
    const agent = drive(through(calling, list, { most: 3 }));
    await expect(
      agent.run({
        entries: Object(entries) === entries ? JSON.parse(JSON.stringify(entries)) : entries,
      } as JsonObject),
    ).rejects.toMatchObject({
      code: "invalid_input",
      message,
      details: { nodeId: "map" },
    });
  });

  it("goes through what an expression gives, and hands in the index and what is mapped", async () => {
    const saying: Drawing = {
      channels: { item: anything, place: anything, greeting: text, result: anything },
      nodes: {
        start: start("item", "place", "greeting"),
        say: node("set-state", {
          assignments: [{ channel: "result", value: '{"said": greeting + " " + item.name, "place": place}' }],
        }),
        end: end("result"),
      },
      edges: ["start > say", "say > end"],
    };
    const more = { index: "place", inputs: [{ from: "greeting", to: "greeting" }] };
    const document = through(saying, "entries.filter(each, each.name != '')", more);
    const greeted = { ...document, channels: { ...document.channels, greeting: { ...text, default: "Hi" } } };
    const entries = [{ name: "Ada" }, { name: "" }, { name: "Grace" }];
    const agent = drive(greeted);
    expect(await agent.run({ entries })).toMatchObject({
      results: [
        { said: "Hi Ada", place: 0 },
        { said: "Hi Grace", place: 1 },
      ],
    });
    expect(agent.ofType("item.started").map(({ data }) => [data.index, data.count, data.label])).toEqual([
      [0, 2, "Ada"],
      [1, 2, "Grace"],
    ]);
  });

  it("gives null for an entry that came to nothing", async () => {
    const silent = {
      ...calling,
      nodes: { start: start("item"), end: end("result") },
      edges: ["start > end"],
    };
    expect(await drive(through(silent, "entries")).run({ entries: ["a", "b"] })).toMatchObject({
      results: [null, null],
    });
  });
});

/** Refuses some entries so often each. */
function refusing(names: string[], times = Number.POSITIVE_INFINITY) {
  const calls: string[] = [];
  const http = fakeHttp((call) => {
    const name = pathOf(call);
    calls.push(name);
    const before = calls.filter((each) => each === name).length;
    if (names.includes(name) && before <= times) throw new AppError("http_failed", `No ${name}.`);
    return { body: JSON.stringify(name) };
  });
  return { calls, http };
}
const abc = { entries: ["a", "b", "c"] };

describe("an entry that fails", () => {
  it("fails the node and names the node inside; those that wait for a place are not begun", async () => {
    const { calls, http } = refusing(["a"]);
    const agent = drive(through(calling, "entries", { places: 1 }), { http });
    await expect(agent.run(abc)).rejects.toMatchObject({
      code: "http_failed",
      details: { nodeId: "map/call" },
    });
    expect(calls).toEqual(["a"]);
    expect(agent.ofType("item.failed")).toMatchObject([{ data: { problem: { message: "No a." } } }]);
    expect(agent.ofType("node.failed").map(({ node: at }) => at)).toEqual(["map/call", "map"]);
  });

  it.each<[JsonObject, JsonObject]>([
    [{ onItemError: "skip" }, { results: ["a", "c"], wrong: [] }],
    [{ onItemError: "note" }, { results: ["a", { index: 1, error: "No b." }, "c"], wrong: [] }],
    [
      { onItemError: "note", errors: "wrong" },
      { results: ["a", "c"], wrong: [{ index: 1, error: "No b." }] },
    ],
  ])("may be left out or noted: %j", async (more, state) => {
    const { http } = refusing(["b"]);
    expect(await drive(through(calling, "entries", more), { http }).run(abc)).toMatchObject(state);
  });

  it("leaves by the error port of the node", async () => {
    const { http } = refusing(["b"]);
    const document = through(calling, "entries", {}, { onError: "port" });
    expect(await drive(document, { http }).run(abc)).toMatchObject({ results: [], trail: ["No b."] });
  });

  it("is tried again by the node's retries, without those that have ended", async () => {
    const { calls, http } = refusing(["b"], 2);
    const retry = { maxAttempts: 3, initialIntervalMs: 0, backoffFactor: 1 };
    const document = through(calling, "entries", { places: 1 }, { retry });
    expect(await drive(document, { http }).run(abc)).toMatchObject({ results: ["a", "b", "c"] });
    expect(calls).toEqual(["a", "b", "b", "b", "c"]);
  });

  it("may be dealt with inside, by retries or the error port there", async () => {
    const { http } = refusing(["b"]);
    const dealing: Drawing = {
      ...calling,
      nodes: {
        ...calling.nodes,
        call: node("http", { url: "https://api.test/{{ item }}", output: "result" }, { onError: "port" }),
        tell: node("set-state", { assignments: [{ channel: "result", value: "error.message" }] }),
      },
      edges: ["start > call", "call > end", "call.error > tell", "tell > end"],
    };
    expect(await drive(through(dealing, "entries"), { http }).run(abc)).toMatchObject({
      results: ["a", "No b.", "c"],
    });
  });
});

describe("what is told of entries", () => {
  it("stands below the visit of the node, each with visits of its own inside", async () => {
    const agent = drive(through(calling, "entries", { places: 1 }), refusing([]));
    await agent.run({ entries: ["a", "b"] });
    const spans = [...agent.events].flatMap((event) =>
      event.type === "node.started" || event.type === "item.started"
        ? [[event.data.spanId, event.data.parentSpanId, event.node, event.visit]]
        : [],
    );
    expect(spans).toEqual([
      ["map#1", undefined, "map", 1],
      ["map#1[0]", "map#1", "map", 1],
      ["map#1[0]|map/call#1", "map#1[0]", "map/call", 1],
      ["map#1[1]", "map#1", "map", 1],
      ["map#1[1]|map/call#1", "map#1[1]", "map/call", 1],
      ["after#1", undefined, "after", 1],
    ]);
  });

  it("tells calls apart by the entry, whichever comes first", async () => {
    const posting: Drawing = {
      ...calling,
      nodes: {
        ...calling.nodes,
        call: node("http", { method: "POST", url: "https://api.test/{{ item }}", output: "result" }),
      },
    };
    const keys: Record<string, string | undefined> = {};
    const http = fakeHttp((call) => {
      keys[pathOf(call)] = call.headers["idempotency-key"];
      return { body: "1" };
    });
    await drive(through(posting, "entries"), { http }).run({ entries: ["a", "b"] });
    expect(keys).toEqual({
      a: "run_1:map#1[0]|map/call:1:request",
      b: "run_1:map#1[1]|map/call:1:request",
    });
  });

  it("holds the entry of a model call", async () => {
    const asking: Drawing = {
      channels: { item: text, result: anything },
      nodes: {
        start: start("item"),
        ask: node("model", { model: "offline/offline", prompt: "{{ item }}", output: "result" }),
        end: end("result"),
      },
      edges: ["start > ask", "ask > end"],
    };
    const model = fakeModel().respond(new AIMessage("A")).respond(new AIMessage("B"));
    const agent = drive(through(asking, "entries", { places: 1 }), {
      models: { resolve: async () => model },
    });
    expect(await agent.run({ entries: ["a", "b"] })).toMatchObject({ results: ["A", "B"] });
  });
});
