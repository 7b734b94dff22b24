import { createParser, type EventSourceMessage } from "eventsource-parser";
import { expect, test } from "vitest";
import type { EventListener } from "@/lib/realtime/run-reader";
import { FakeClock } from "@/lib/runs/testing/fake-clock";
import type { EventBody, RunEvent } from "@/workflows/events/event";
import { eventStream } from "./event-stream";

const delta: EventBody = { type: "model.delta", data: { spanId: "s", text: "a\nb" } };
const finished: EventBody = { type: "run.finished", data: { output: null } };
const paused: EventBody = { type: "run.interrupted", data: { interruptIds: [] } };
const resumed: EventBody = { type: "run.resumed", data: { reason: "answer" } };
const log: EventBody = { type: "log", data: { level: "info", message: "x" } };
const numbered = (from: number, ...bodies: EventBody[]): RunEvent[] =>
  bodies.map((body, at) => ({ runId: "run_1", seq: from + at, ts: 0, ns: [], ...body }));

/** A stream whose events the test feeds by hand. */
async function open(show: (event: RunEvent) => RunEvent | null = (event) => event, throughPauses = false) {
  const state = { listener: (async () => {}) as EventListener, closed: false };
  const clock = new FakeClock();
  const response = await eventStream({
    clock,
    show,
    throughPauses,
    read: async (listener) => {
      state.listener = listener;
      return {
        close: () => {
          state.closed = true;
        },
      };
    },
  });
  return { state, clock, response, feed: (events: RunEvent[]) => state.listener(events) };
}

function parse(text: string) {
  const events: EventSourceMessage[] = [];
  const comments: string[] = [];
  const parser = createParser({
    onEvent: (event) => events.push(event),
    onComment: (comment) => comments.push(comment),
  });
  parser.feed(text);
  return { events, comments };
}

test("says to everything in between to keep and change nothing", async () => {
  const { headers } = (await open()).response;
  expect(headers.get("content-type")).toMatch(/^text\/event-stream/);
  expect(headers.get("cache-control")).toBe("no-cache, no-transform");
  expect(headers.get("x-accel-buffering")).toBe("no");
});

test("each event has its number, its type and itself as data; the run's end ends the stream", async () => {
  const { response, feed, state } = await open();
  const text = response.text();
  const events = numbered(3, delta, finished);
  await feed(events);
  expect(parse(await text).events).toEqual(
    events.map((event) => ({ id: String(event.seq), event: event.type, data: JSON.stringify(event) })),
  );
  expect(state.closed).toBe(true);
});

test("a pause ends the stream unless the run has gone on already", async () => {
  const { response, feed } = await open();
  const text = response.text();
  await feed(numbered(1, paused, resumed));
  await feed(numbered(3, delta, paused));
  expect(parse(await text).events.map(({ id }) => id)).toEqual(["1", "2", "3", "4"]);
});

test("a reader who waits with the run hears on through its pauses", async () => {
  const { response, feed } = await open((event) => event, true);
  const text = response.text();
  await feed(numbered(1, paused));
  await feed(numbered(2, resumed, finished));
  expect(parse(await text).events.map(({ id }) => id)).toEqual(["1", "2", "3"]);
});

test("what a reader may not see is left out, also the last word", async () => {
  const { response, feed } = await open((event) => (event.type === "log" ? null : event));
  const text = response.text();
  await feed(numbered(1, log, delta));
  await feed(numbered(3, log));
  await feed(numbered(4, finished));
  expect(parse(await text).events.map(({ id }) => id)).toEqual(["2", "4"]);
});

test("a quiet stream is kept alive every 15 seconds", async () => {
  const { response, clock, feed } = await open();
  const text = response.text();
  await clock.pass(14_999);
  await clock.pass(15_001);
  await feed(numbered(1, finished));
  expect(parse(await text).comments).toEqual(["keep-alive", "keep-alive"]);
});

test("a client that goes away stops the reading and the timer", async () => {
  const { response, state, clock } = await open();
  await response.body?.cancel();
  await clock.pass(60_000);
  expect(state.closed).toBe(true);
});

test("a slow client holds the next batch back instead of filling memory", async () => {
  const { response, feed } = await open();
  let delivered = 0;
  const first = Promise.resolve(feed(numbered(1, delta))).then(() => {
    delivered += 1;
  });
  const second = Promise.resolve(feed(numbered(2, delta))).then(() => {
    delivered += 1;
  });
  await new FakeClock().pass(0);
  expect(delivered).toBe(0);
  const text = response.text();
  await Promise.all([first, second]);
  await feed(numbered(3, finished));
  expect(parse(await text).events).toHaveLength(3);
});
