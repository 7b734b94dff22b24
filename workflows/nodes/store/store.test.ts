import { describe, expect, it } from "vitest";
import type { Json } from "@/workflows/graph/json";
import { fakeContext } from "@/workflows/testing/fake-context";
import { fakeServices } from "@/workflows/testing/fake-services";
import { nodeContract } from "@/workflows/testing/node-contract";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { storeDefinition } from "./definition";

nodeContract("store");

/** Visits of nodes beside each other, on one store. */
function visits(known: Record<string, Json> = {}) {
  const { store } = fakeServices();
  const ready = Promise.all(
    Object.entries(known).map(([key, value]) =>
      store.set({ place: { scope: "thread", runId: "run_1" }, callKey: key }, { key, value }),
    ),
  );
  let visit = 0;
  return async (config: object, state: Record<string, unknown> = {}) => {
    await ready;
    visit += 1;
    const callKey = (call: string | number) => `run_1:node:${visit}:${call}`;
    return runNode("store", config, state, { store }, { ...fakeContext(), callKey });
  };
}

describe("the store", () => {
  it("gives back what was set, and something else where there is none", async () => {
    const go = visits();
    expect(await go({ action: "set", key: "a/{{ id }}", value: "{'n': id}" }, { id: "1" })).toEqual({
      update: {},
    });
    const get = { action: "get", output: "it" };
    expect(await go({ ...get, key: "a/1" })).toEqual({ update: { it: { n: "1" } } });
    expect(await go({ ...get, key: "a/2" })).toEqual({ update: { it: null } });
    expect(await go({ ...get, key: "a/2", fallback: "size(items)" }, { items: [1] })).toEqual({
      update: { it: 1 },
    });
  });

  it("tells a value that is nothing from one that is missing", async () => {
    const get = { action: "get", key: "a", fallback: "'none'", output: "it" };
    expect(await visits({ a: null })(get)).toEqual({ update: { it: null } });
    expect(await visits()(get)).toEqual({ update: { it: "none" } });
  });

  it("adds, deletes and lists by key", async () => {
    const go = visits({ "b/2": 1, "b/1": "x", c: true });
    expect(await go({ action: "increment", key: "b/2", by: "n", output: "it" }, { n: 2.5 })).toEqual({
      update: { it: 3.5 },
    });
    expect(await go({ action: "list", prefix: "b/", output: "it" })).toEqual({
      update: {
        it: [
          { key: "b/1", value: "x" },
          { key: "b/2", value: 3.5 },
        ],
      },
    });
    expect(await go({ action: "list", limit: 1, output: "it" })).toMatchObject({
      update: { it: [{ key: "b/1" }] },
    });
    expect(await go({ action: "delete", key: "c", output: "it" })).toEqual({ update: { it: true } });
    expect(await go({ action: "delete", key: "c", output: "it" })).toEqual({ update: { it: false } });
  });

  it("hands over whose values they are, the call's key and the time to live", async () => {
    const asked: unknown[] = [];
    const store = { ...fakeServices().store, set: async (...all: unknown[]) => void asked.push(all) };
    const config = {
      action: "set",
      scope: "user",
      key: "k",
      value: "1",
      expires: true,
      amount: 2,
      unit: "hours",
    };
    await runNode("store", config, {}, { store });
    expect(asked).toEqual([
      [
        { place: { scope: "user", runId: "run_1" }, callKey: "run_1:node:1:set" },
        { key: "k", value: 1, ttlMs: 7_200_000 },
      ],
    ]);
  });

  it.each([
    [{ action: "get", key: "{{ id }}", output: "it" }, { id: "" }, "key"],
    [{ action: "get", key: "{{ id }}", output: "it" }, { id: "x".repeat(501) }, "key"],
    [{ action: "increment", key: "k", by: "id" }, { id: "1" }, "by"],
  ])("fails on what it cannot use: %j", async (config, state, field) => {
    await expect(visits()(config, state)).rejects.toMatchObject({ code: "node_failed", details: { field } });
  });
});

describe("its settings", () => {
  it.each([
    [
      { action: "get" },
      ["key: Write the key.", "output: The result goes nowhere: choose the channel to write it to."],
    ],
    [{ action: "set", key: "k" }, ["value: Say which value is kept."]],
    [{ action: "increment", key: "k", by: "" }, ["by: Say how much is added."]],
    [{ action: "delete", key: "k" }, []],
    [{ action: "list", output: "all" }, []],
    [
      { action: "set", key: "k", value: "1", expires: true, amount: 400 },
      ["amount: It may be kept for up to 367 days, or without an end."],
    ],
    [{ action: "get", key: "k", output: "it", expires: true, amount: 400 }, []],
  ])("%j", (config, issues) => {
    expect(issuesOf("store", config)).toEqual(issues);
  });

  it.each([
    [{ action: "get", key: "{{ a }}", fallback: "b", value: "c" }, ["a", "b"]],
    [{ action: "set", key: "{{ a }}", value: "b", by: "c" }, ["a", "b"]],
    [{ action: "increment", key: "{{ a }}", by: "b" }, ["a", "b"]],
    [{ action: "delete", key: "{{ a }}", by: "b" }, ["a"]],
    [{ action: "list", prefix: "{{ a }}", key: "{{ b }}" }, ["a"]],
  ])("say what it reads: %j", (config, channels) => {
    const parsed = storeDefinition.config.parse(config);
    expect(storeDefinition.reads(parsed).map(({ channel }) => channel)).toEqual(channels);
  });
});
