import { describe, expect, it } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import { fakeHttp } from "@/workflows/testing/fake-services";
import { count, draw, end, mark, node, start, subgraph, text, trail } from "./testing/draw";
import { drive } from "./testing/drive";

const around = (sub: ReturnType<typeof subgraph>, channels = { trail }, ports: string[] = []) =>
  draw({
    channels,
    nodes: { start: start(), before: mark("before"), sub, after: mark("after"), end: end("trail") },
    edges: ["start > before", "before > sub", "sub > after", "after > end", ...ports],
  });

describe("a subgraph", () => {
  it("adds to a list what is new, also where inside and outside have defaults", async () => {
    const inner = {
      channels: { log: { ...trail, default: ["inner default"] } },
      nodes: { start: start("log"), a: mark("a", "log"), b: mark("b", "log"), end: end("log") },
      edges: ["start > a", "a > b", "b > end"],
    };
    const run = drive(
      around(subgraph(inner, ["trail > log"], ["log > trail"]), { trail: { ...trail, default: ["outer"] } }),
    );
    expect(await run.run()).toEqual({ trail: ["outer", "before", "a", "b", "after"] });
  });

  it("shares nothing that is not mapped, and starts afresh at each visit", async () => {
    const inner = {
      channels: { trail, count },
      nodes: {
        start: start(),
        a: mark("a"),
        add: node("set-state", { assignments: [{ channel: "count", value: "1.0" }] }),
        end: end("count"),
      },
      edges: ["start > a", "a > add", "add > end"],
    };
    const document = draw({
      channels: { trail, count, last: { type: "number", reducer: "replace" } },
      nodes: { start: start(), sub: subgraph(inner, [], ["count > last", "count"]), end: end() },
      edges: ["start > sub", "sub > sub x2", "sub.limit > end"],
    });
    expect(await drive(document).run()).toEqual({ trail: [], count: 3, last: 1 });
  });

  it("may do nothing", async () => {
    const inner = {
      channels: { trail },
      nodes: { start: start("trail"), end: end() },
      edges: ["start > end"],
    };
    expect(await drive(around(subgraph(inner, ["trail"], ["trail"]))).run()).toEqual({
      trail: ["before", "after"],
    });
    const asked = { ...inner, nodes: { start: start(), end: end() } };
    expect(await drive(around(subgraph(asked, [], ["trail"]))).run()).toEqual({ trail: ["before", "after"] });
  });

  it("tells its visits below its own, with edges of their own", async () => {
    const inner = {
      channels: { trail },
      nodes: { start: start(), after: mark("inner"), end: end("trail") },
      edges: ["start > after", "after > end"],
    };
    const run = drive(around(subgraph(inner, [], ["trail"])));
    await run.run();
    const spans = run
      .ofType("node.started")
      .map(({ node: at, data }) => [at, data.spanId, data.parentSpanId]);
    expect(spans).toEqual([
      ["before", "before#1", undefined],
      ["sub", "sub#1", undefined],
      ["sub/after", "sub/after#1", "sub#1"],
      ["after", "after#1", undefined],
    ]);
    expect(run.finished().map(({ data }) => data.edgeIds)).toEqual([["e1"], ["sub/e1"], ["e2"], ["e3"]]);
  });

  it("needs the inputs that its Start requires", async () => {
    const inner = {
      channels: { name: text },
      nodes: { start: start("name"), end: end() },
      edges: ["start > end"],
    };
    await expect(drive(around(subgraph(inner))).run()).rejects.toMatchObject({
      code: "invalid_input",
      details: { nodeId: "sub", channel: "name" },
    });
  });
});

/** A call that fails so often. */
function failing(times: number) {
  let calls = 0;
  return fakeHttp(() => {
    calls += 1;
    if (calls <= times) throw new AppError("http_failed", "The server is away.");
    return { body: "1" };
  });
}
const fetching = {
  channels: { trail, got: trail },
  nodes: {
    start: start("trail"),
    first: mark("first"),
    fetched: node("http", { url: "https://api.test/", output: "got" }),
    end: end("trail"),
  },
  edges: ["start > first", "first > fetched", "fetched > end"],
};

describe("a failure inside a subgraph", () => {
  it("names the node inside, and is the subgraph's as well", async () => {
    const run = drive(around(subgraph(fetching, ["trail"], ["trail"])), { http: failing(9) });
    await expect(run.run()).rejects.toMatchObject({
      code: "http_failed",
      details: { nodeId: "sub/fetched" },
    });
    expect(run.ofType("node.failed").map(({ node: at }) => at)).toEqual(["sub/fetched", "sub"]);
  });

  it("is tried again where it happened, by the retries of the subgraph", async () => {
    const retry = { maxAttempts: 3, initialIntervalMs: 0, backoffFactor: 1 };
    const run = drive(around(subgraph(fetching, ["trail"], ["trail"], { retry })), { http: failing(2) });
    expect(await run.run()).toEqual({ trail: ["before", "first", "after"] });
    expect(run.finished().filter(({ node: at }) => at === "sub/first")).toHaveLength(1);
  });

  it("leaves by the error port of the subgraph, which later nodes may read", async () => {
    const document = around(subgraph(fetching, ["trail"], ["trail"], { onError: "port" }), { trail }, [
      "sub.error > rescue",
      "rescue > end",
    ]);
    const rescue = node("set-state", { assignments: [{ channel: "trail", value: "error.code" }] });
    const run = drive({ ...document, nodes: { ...document.nodes, rescue } }, { http: failing(9) });
    expect(await run.run()).toEqual({ trail: ["before", "http_failed"] });
  });

  it("that was dealt with inside can be read outside, and one from outside inside", async () => {
    const tell = node("set-state", { assignments: [{ channel: "trail", value: "error.code" }] });
    const inner = {
      channels: { trail, got: trail },
      nodes: {
        start: start(),
        tell,
        fetched: node("http", { url: "https://api.test/b", output: "got" }, { onError: "port" }),
        end: end(),
      },
      edges: ["start > tell", "tell > fetched", "fetched > end", "fetched.error > end"],
    };
    const document = draw({
      channels: { trail, got: trail },
      nodes: {
        start: start(),
        fetched: node("http", { url: "https://api.test/a", output: "got" }, { onError: "port" }),
        sub: subgraph(inner, [], ["trail"]),
        tell: node("set-state", { assignments: [{ channel: "trail", value: "error.message" }] }),
        end: end(),
      },
      edges: ["start > fetched", "fetched > end", "fetched.error > sub", "sub > tell", "tell > end"],
    });
    const http = fakeHttp(({ url }) => {
      throw new AppError("http_failed", `No ${url.at(-1)}.`);
    });
    expect(await drive(document, { http }).run()).toEqual({ got: [], trail: ["http_failed", "No b."] });
  });

  it("by too many steps is told as such", async () => {
    const inner = {
      channels: { trail },
      nodes: { start: start(), a: mark("a"), end: end() },
      edges: ["start > a", "a > a", "a > end"],
      recursionLimit: 5,
    };
    await expect(drive(around(subgraph(inner))).run()).rejects.toMatchObject({ code: "recursion_limit" });
  });
});
