import { describe, expect, it, test } from "vitest";
import { report } from "@/lib/errors/report";
import { duringRun, duringSpan } from "@/workflows/telemetry/current-span.server";
import { spanIdOf } from "@/workflows/telemetry/ids";
import { duringRequest } from "./context";
import { createLog } from "./log";

function written(work: (log: ReturnType<typeof createLog>) => void, level = "debug") {
  const lines: string[] = [];
  work(createLog(level, { write: (line) => lines.push(line) }));
  return lines.map((line): Record<string, unknown> => JSON.parse(line));
}

const run = {
  runId: "run_1",
  threadId: "thr_1",
  workspaceId: "wsp_1",
  agentId: "agt_1",
  traceId: "0af7651916cd43dd8448eb211c80319c",
  outgoing: null,
};

test("a line is JSON with level, time and words", () => {
  expect(written((log) => log.warn({ count: 2 }, "slow"))).toEqual([
    { level: "warn", time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/), msg: "slow", count: 2 },
  ]);
  expect(written((log) => log.info("hidden"), "error")).toEqual([]);
});

test("a line says which request, run and span it belongs to, also after a wait", async () => {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => lines.push(line) });
  await duringRequest({ requestId: "req_1" }, () =>
    duringRun(run, () =>
      duringSpan("a#1", async () => {
        await Promise.resolve();
        log.info("here");
      }),
    ),
  );
  log.info("elsewhere");
  const [here, elsewhere] = lines.map((line): Record<string, unknown> => JSON.parse(line));
  const { outgoing: _outgoing, ...named } = run;
  expect(here).toMatchObject({ requestId: "req_1", ...named, spanId: spanIdOf("run_1", "a#1") });
  for (const name of ["requestId", "runId", "traceId"]) expect(elsewhere).not.toHaveProperty(name);
});

/** Of the shape that keys have, and nobody's. */
const key = ["sk", "proj", "q7Zt4Lw9xVb2Nc8RmK5yJ1uHs3Pd6Ea0Gf"].join("-");
const hidden = [
  key,
  "hunter2",
  "ada@example.com",
  "t0ken-of-mine",
  "4111111111111111",
  "4111 1111 1111 1111",
  "DE89370400440532013000",
];

describe("what is secret or personal is in no line", () => {
  test.each<[string, unknown]>([
    ["a header", { headers: { Authorization: "Bearer t0ken-of-mine" } }],
    ["a header in a list", { headers: { "set-cookie": ["a=t0ken-of-mine", "b=hunter2"] } }],
    ["deep in an object", { a: { b: { c: { d: { password: "hunter2" } } } } }],
    ["a quote in a value", { password: 'hunter2"hunter2' }],
    ["a key by its name", { connection: { apiKey: "t0ken-of-mine", "x-api-key": "t0ken-of-mine" } }],
    ["a key by its looks", { note: `used ${key} here` }],
    ["JSON in a text", { body: JSON.stringify({ password: "hunter2", token: "t0ken-of-mine" }) }],
    ["a database's address", { url: "postgres://signalbox:hunter2@db.test:5432/x" }],
    ["an e-mail address", { to: "Ada <ada@example.com>" }],
    ["a card", { note: "4111 1111 1111 1111" }],
    ["an account", { note: "DE89370400440532013000" }],
    ["an error's text", { err: new Error(`401 for ada@example.com with Bearer t0ken-of-mine`) }],
    ["an error's cause", { err: new Error("failed", { cause: new Error(`bad key ${key}`) }) }],
  ])("%s", (_name, data) => {
    const lines = written((log) => log.error(data, `of ada@example.com with ${key}`));
    expect(lines).toHaveLength(1);
    for (const value of hidden) expect(JSON.stringify(lines)).not.toContain(value);
  });

  it("and an error that is reported keeps its stack", () => {
    const [line] = written((log) => report(log, new TypeError("no mail for ada@example.com"), "GET /x"));
    expect(line).toMatchObject({
      level: "error",
      where: "GET /x",
      err: { type: "TypeError", message: "no mail for [email]" },
    });
    expect(String(Object(line?.err).stack)).toContain("log.test.ts");
  });
});

test("numbers, ids and times stay what they are", () => {
  const data = {
    ms: 4_111_111_111_111_111,
    at: 1_763_800_000_000,
    run: "run_k2vfc3d9wx8z7bqnmtprhg",
    tokens: 12,
  };
  expect(written((log) => log.info(data, "fine"))).toMatchObject([data]);
});
