import fc from "fast-check";
import { expect, test } from "vitest";
import { type CallPlace, Playback } from "./playback";
import type { CallKind, RecordedCall } from "./recorded-call";

function call(n: number, more: Partial<RecordedCall> = {}): RecordedCall {
  const { place = "ask", visit = 1, kind = "http", target = "GET https://a.test" } = more;
  const key = `${place}#${visit}:${kind}:f${n}#1`;
  return { key, place, visit, kind, target, asked: `question ${n}`, result: { ok: n }, ...more };
}

const asked = ({ result: _result, ...place }: RecordedCall): CallPlace => place;

test("calls are given back in whatever order they are asked for", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 5 }), (order) => {
      const calls = order.toSorted((a, b) => a - b).map((n) => call(n, { visit: n % 2 === 0 ? 2 : 1 }));
      const playback = new Playback(calls, { otherwise: "stop" });
      for (const n of order) {
        const wanted = calls[n - 1];
        if (!wanted) throw new Error("no such call");
        expect(playback.next(asked(wanted))).toEqual({ kind: "played", call: wanted, otherwiseAsked: false });
      }
      expect(playback.isPlaying).toBe(true);
    }),
  );
});

test("a request that is made more often is given what came of it last", () => {
  const one = call(1);
  const playback = new Playback([one], { otherwise: "stop" });
  const again = { ...asked(one), key: one.key.replace(/#1$/, "#3") };
  expect(playback.next(again)).toMatchObject({ kind: "played", call: one });
});

test("what was not recorded is told with what was asked there, and ends the replay or goes live for good", () => {
  const recorded = [call(1), call(2)];
  const [first] = recorded;
  if (!first) throw new Error("no call");
  for (const otherwise of ["stop", "live"] as const) {
    const playback = new Playback(recorded, { otherwise });
    playback.next(asked(first));
    expect(playback.next(asked(call(9)))).toEqual({
      kind: "diverged",
      divergence: { kind: "http", now: "question 9", before: "question 2", live: otherwise === "live" },
    });
    expect(playback.isPlaying).toBe(otherwise === "stop");
    expect(playback.next(asked(first)).kind).toBe(otherwise === "live" ? "live" : "played");
  }
});

test("nothing was asked there before", () => {
  const playback = new Playback([call(1)], { otherwise: "stop" });
  expect(playback.next(asked(call(2, { place: "other" })))).toMatchObject({
    divergence: { before: null },
  });
});

test.each<[CallKind, string]>([
  ["code", "live"],
  ["clock", "live"],
  ["random", "live"],
  ["ladder", "live"],
  ["tool-opened", "live"],
  ["model", "diverged"],
  ["http", "diverged"],
  ["sql", "diverged"],
  ["store", "diverged"],
  ["file", "diverged"],
  ["agent", "diverged"],
  ["mail", "diverged"],
  ["answer", "diverged"],
])("a new call of the kind %s is %s, and the recording goes on", (kind, outcome) => {
  const known = call(1);
  const playback = new Playback([known], { otherwise: "stop" });
  expect(playback.next(asked(call(2, { kind }))).kind).toBe(outcome);
  expect(playback.next(asked(known)).kind).toBe("played");
});

test("loosely, another request to the same target is given what is left there, each once", () => {
  const calls = [call(1), call(2), call(3, { target: "GET https://b.test" })];
  const playback = new Playback(calls, { otherwise: "stop", loose: true });
  expect(playback.next(asked(call(8)))).toEqual({ kind: "played", call: calls[0], otherwiseAsked: true });
  expect(playback.next(asked(call(9)))).toEqual({ kind: "played", call: calls[1], otherwiseAsked: true });
  expect(playback.next(asked(call(10))).kind).toBe("diverged");
  expect(playback.next(asked(call(11, { target: "GET https://c.test" }))).kind).toBe("diverged");
});

test("loosely, code is run and not made up", () => {
  const playback = new Playback([call(1, { kind: "code" })], { otherwise: "stop", loose: true });
  expect(playback.next(asked(call(2, { kind: "code" }))).kind).toBe("live");
});

test("a replay that went live before does not come back", () => {
  const known = call(1);
  const playback = new Playback([known], { otherwise: "live", isOver: true });
  expect(playback.next(asked(known))).toEqual({ kind: "live" });
});
