import fc from "fast-check";
import { expect, test } from "vitest";
import { AppError, isAppError } from "@/workflows/errors/app-error";
import type { Json } from "@/workflows/graph/json";
import { isPlayedBack } from "./recorded-problem";
import { Tape } from "./testing/tape";
import { plainCodec, type Request } from "./visit-recorder.server";

const json = fc.jsonValue({ maxDepth: 3 }).map((value): Json => JSON.parse(JSON.stringify(value)));
const http = (request: unknown, more: Partial<Request> = {}): Request => ({
  kind: "http",
  target: "GET https://a.test",
  request,
  ...more,
});
const never = () => Promise.reject(new Error("The world outside was reached."));

test("whatever a call comes to is given back, and nobody is reached", async () => {
  await fc.assert(
    fc.asyncProperty(json, json, async (request, result) => {
      const tape = new Tape();
      const live = await tape.visit().call(http(request), async () => result, plainCodec<Json>());
      const replay = tape.replay();
      expect(await replay.visit().call(http(request), never, plainCodec<Json>())).toEqual(live);
      expect(replay.calls).toEqual(tape.calls);
    }),
  );
});

test("an expected failure comes back as it was, and is known for a recorded one", async () => {
  const tape = new Tape();
  const refused = new AppError("rate_limited", "Slow down.", { hint: "Wait." });
  await expect(tape.visit().call(http(1), () => Promise.reject(refused), plainCodec())).rejects.toBe(refused);
  const error: unknown = await tape
    .replay()
    .visit()
    .call(http(1), never, plainCodec())
    .catch((thrown: unknown) => thrown);
  expect(isAppError(error) && [error.code, error.message, error.details.hint]).toEqual([
    "rate_limited",
    "Slow down.",
    "Wait.",
  ]);
  expect([isPlayedBack(error), isPlayedBack(refused)]).toEqual([true, false]);
});

test("what was cut off is not kept", async () => {
  const tape = new Tape();
  const cut = () => Promise.reject(new DOMException("Stopped", "AbortError"));
  await expect(tape.visit().call(http(1), cut, plainCodec())).rejects.toThrow("Stopped");
  expect(tape.kept).toEqual([]);
});

test("the same request of a visit has a number; a visit that runs again has the same keys", async () => {
  const tape = new Tape();
  const ask = async (results: number[]) => {
    const visit = tape.visit();
    for (const result of results) await visit.call(http("same"), async () => result, plainCodec<number>());
  };
  await ask([1, 2]);
  await ask([3, 4]);
  expect(tape.calls.map(({ key, result }) => [key.slice(-2), result])).toEqual([
    ["#1", { ok: 3 }],
    ["#2", { ok: 4 }],
  ]);
});

test("ids of the run and its thread make no request another one", async () => {
  const tape = new Tape("run_a");
  await tape
    .visit("ask", 1, "run_a", "thr_a")
    .call(http({ of: "run_a in thr_a" }), async () => 1, plainCodec());
  const replay = tape.replay({ aliases: ["run_a", "thr_a"] });
  const visit = replay.visit("ask", 1, "run_b", "thr_b");
  expect(await visit.call(http({ of: "run_b in thr_b" }), never, plainCodec())).toBe(1);
});

test("texts of secrets stand nowhere in what is kept, and another text of a secret is the same request", async () => {
  const tape = new Tape();
  tape.secrets.set('s3cr"t', "TOKEN");
  const request = http({ auth: 's3cr"t' }, { asked: () => 'with s3cr"t' });
  await tape.visit().call(request, async () => 'echo s3cr"t', plainCodec<string>());
  const [kept] = tape.kept;
  expect(JSON.stringify(kept)).not.toContain("s3cr");
  expect(kept?.asked).toBe("with ‹secret TOKEN›");
  const replay = tape.replay();
  replay.secrets.set("rotated", "TOKEN");
  const again = replay.visit().call(http({ auth: "rotated" }), never, plainCodec<string>());
  expect(await again).toBe("echo ‹secret TOKEN›");
});

test("a request that was not recorded stops the run, and is told where it was made", async () => {
  const tape = new Tape();
  await tape.visit().call(http("then"), async () => 1, plainCodec());
  const replay = tape.replay();
  await expect(replay.visit().call(http("now"), never, plainCodec())).rejects.toMatchObject({
    code: "replay_diverged",
    message: "The replay came to a HTTP request that the recording does not hold.",
  });
  expect(replay.emitted).toEqual([
    { type: "replay.diverged", data: { kind: "http", now: '"now"', before: '"then"', live: false } },
  ]);
  expect(replay.stops).toHaveLength(1);
});

test("where it may go live, it is made, and kept", async () => {
  const replay = new Tape().replay({ otherwise: "live" });
  const visit = replay.visit();
  expect(visit.isSealed).toBe(false);
  expect(await visit.call(http("now"), async () => 7, plainCodec<number>())).toBe(7);
  expect(replay.calls).toMatchObject([{ result: { ok: 7 } }]);
  expect(replay.stops).toEqual([]);
});

test("a case is given what was recorded for another request, with a warning", async () => {
  const tape = new Tape();
  await tape.visit().call(http("then"), async () => 1, plainCodec());
  const replay = tape.replay({ loose: true });
  expect(await replay.visit().call(http("now"), never, plainCodec())).toBe(1);
  expect(replay.emitted).toMatchObject([{ type: "log", data: { level: "warn" } }]);
});

test("what is no plain data, or too large, is not kept; the run goes on", async () => {
  const tape = new Tape();
  const visit = tape.visit();
  expect(await visit.call(http(1), async () => 1n, plainCodec())).toBe(1n);
  const large = "x".repeat(8_000_001);
  expect(await visit.call(http(2), async () => large, plainCodec())).toBe(large);
  expect(tape.kept).toEqual([]);
});

test("clock and lot are known at once", () => {
  const tape = new Tape();
  const look = (on: Tape, now: number) =>
    on.visit().value({ kind: "clock", target: "", request: null }, () => now, plainCodec<number>());
  expect([look(tape, 5), look(tape.replay(), 9)]).toEqual([5, 5]);
});

test("ids follow from run, visit, content and how often: the same whenever the visit runs", () => {
  const ids = (tape: Tape, place: string) => {
    const visit = tape.visit(place);
    return [visit.idFor("a"), visit.idFor("a"), visit.idFor("b")];
  };
  const first = ids(new Tape("run_1"), "ask");
  expect(new Set(first).size).toBe(3);
  expect(ids(new Tape("run_1"), "ask")).toEqual(first);
  expect(ids(new Tape("run_1").replay(), "ask")).toEqual(first);
  for (const other of [ids(new Tape("run_2"), "ask"), ids(new Tape("run_1"), "tell")]) {
    expect(other.filter((id) => first.includes(id))).toEqual([]);
  }
});
