import { type Drawing, end, mark, node, start, text, trail } from "@/workflows/compile/testing/draw";
import type { Channel } from "@/workflows/graph/channel";
import type { JsonObject } from "@/workflows/graph/json";

export const anything: Channel = { type: "any", reducer: "replace" };
const keep = (config: object) => node("store", { scope: "agent", ...config });

/** Corners of what outlives a run, and of what comes to it from outside. */
export const keptAndComing: Record<string, [Drawing, JsonObject]> = {
  "values that are kept, counted, listed and deleted": [
    {
      channels: { kept: anything, n: anything, all: anything, gone: anything, none: anything, text },
      nodes: {
        start: start("text"),
        set: keep({ action: "set", key: "a/{{ text }}", value: "{'is': text}", expires: true }),
        count: keep({ action: "increment", key: "a/n", by: "2", output: "n", expires: true }),
        get: keep({ action: "get", key: "a/x", output: "kept" }),
        list: keep({ action: "list", prefix: "a/", output: "all" }),
        drop: keep({ action: "delete", key: "a/x", output: "gone" }),
        miss: keep({ action: "get", key: "a/x", fallback: "'none'", output: "none" }),
        end: end(),
      },
      edges: [
        "start > set",
        "set > count",
        "count > get",
        "get > list",
        "list > drop",
        "drop > miss",
        "miss > end",
      ],
    },
    { text: "x" },
  ],
  "events that arrive": [
    {
      channels: { address: anything, news: anything, trail },
      nodes: {
        start: start(),
        make: node("event-address", { output: "address" }),
        wait: node("wait", { wait: "event", key: "address.key", output: "news", schema: { type: "null" } }),
        again: node("wait", { wait: "event", key: "7", deadline: true }),
        late: mark("late"),
        end: end(),
      },
      edges: [
        "start > make",
        "make > wait",
        "wait > again",
        "again > end",
        "again.late > late",
        "late > end",
      ],
    },
    {},
  ],
};
