import { Command, END, GraphInterrupt, Overwrite } from "@langchain/langgraph";
import { describe, expect, it } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import type { Channels } from "@/workflows/graph/channel";
import { notesChannel } from "./notes.server";
import { type NodeResult, rescue, step, type Ways, type Wiring } from "./step.server";

const channels: Channels = {
  text: { type: "string", reducer: "replace" },
  list: { type: "array", reducer: "append" },
  n: { type: "number", reducer: "add" },
};
const wiring: Wiring = { channels, titles: { a: "Ask", b: "Build" } };
const ways: Ways = {
  out: [{ to: "b" }],
  both: [{ to: "b" }, { to: END }],
  again: [{ to: "a", atMost: 2, edge: "a_a" }],
  limit: [{ to: "b" }],
};
const notes = (more: object = {}) => ({ [notesChannel]: { taken: {}, waiting: [], ran: [], ...more } });

/** A visit of a node that does this. */
const visit = (result: NodeResult | Error, options: { ways?: Ways } = {}, state: object = notes()) =>
  step(
    wiring,
    "a",
    async () => {
      if (result instanceof Error) throw result;
      return result;
    },
    options,
  )({ ...state }, {});

describe("a node of exported code", () => {
  it("writes what it gives, and leaves out what it gives no value", async () => {
    expect(await visit({ update: { text: "x", list: ["y"], n: undefined } })).toEqual({
      text: "x",
      list: ["y"],
    });
  });

  it("puts a value in a channel's place, past what it would make of it", async () => {
    const update = await visit({ overwrite: { list: ["only"], text: "x" } });
    expect(update).toMatchObject({ text: "x" });
    expect(Object.entries(update).find(([name]) => name === "list")?.[1]).toBeInstanceOf(Overwrite);
  });

  it.each([
    ["text", 5],
    ["n", "five"],
    ["unknown", 1],
  ])("is refused a value that the channel %s does not hold: %j", async (name, value) => {
    await expect(visit({ update: { [name]: value } })).rejects.toThrow(name);
  });

  it.each<[string, string[]]>([
    ["out", ["b"]],
    ["both", ["b"]],
    ["again", ["a"]],
  ])("leaves by its port %s to what the port leads to", async (port, targets) => {
    const command = await visit({ update: { text: "x" }, port }, { ways });
    expect(command).toBeInstanceOf(Command);
    expect(command).toMatchObject({ goto: targets, update: { text: "x" } });
  });

  it("has no other ports than it has", async () => {
    await expect(visit({ port: "sideways" }, { ways })).rejects.toMatchObject({
      code: "node_failed",
      message: "“Ask” has no port “sideways”.",
    });
  });

  it.each([
    [0, ["a"]],
    [1, ["a"]],
    [2, ["b"]],
    [9, ["b"]],
  ])("goes an edge as often as its cap says: after %d times to %j", async (taken, targets) => {
    expect(await visit({ port: "again" }, { ways }, notes({ taken: { a_a: taken } }))).toMatchObject({
      goto: targets,
    });
  });

  it("stops at a cap that leads nowhere else", async () => {
    const { limit: _, ...closed } = ways;
    await expect(
      visit({ port: "again" }, { ways: closed }, notes({ taken: { a_a: 2 } })),
    ).rejects.toMatchObject({
      code: "loop_cap_reached",
      message: "The edge from “Ask” to “Ask” was taken 2 times, as often as its cap allows.",
    });
  });

  it("fails under the name that people know it by", async () => {
    await expect(visit(new Error("No paper."))).rejects.toMatchObject({
      code: "node_failed",
      message: "“Ask” failed: No paper.",
    });
  });

  it.each([
    ["a problem of its own", new AppError("http_failed", "Away.")],
    ["a pause", new GraphInterrupt([])],
  ])("lets %s pass as it is", async (_, thrown) => {
    await expect(visit(thrown)).rejects.toBe(thrown);
  });

  it("reads why an earlier node failed as `error`, unless a channel is called so", async () => {
    const failure = { node: "Ask", code: "http_failed", message: "Away." };
    const seen = async (known: Channels) => {
      let state: object = {};
      const run = step({ ...wiring, channels: known }, "a", async (given) => {
        state = given;
        return {};
      });
      await run({ text: "x", ...notes({ failure }) }, {});
      return state;
    };
    expect(await seen(channels)).toEqual({ text: "x", error: failure });
    expect(await seen({ ...channels, error: { type: "any", reducer: "replace" } })).toEqual({ text: "x" });
  });
});

describe("a node that LangGraph has given up on", () => {
  const rescued = (error: Error, known: Ways = { error: [{ to: "b" }] }) =>
    rescue(wiring, "a", known)(notes(), { error, node: "a" });

  it.each([
    [new AppError("http_failed", "Away."), { node: "Ask", code: "http_failed", message: "Away." }],
    [new Error("No paper."), { node: "Ask", code: "node_failed", message: "“Ask” failed: No paper." }],
  ])("leaves by its error port with why: %s", async (error, failure) => {
    expect(await rescued(error)).toMatchObject({ goto: ["b"], update: { [notesChannel]: { failure } } });
  });

  it("does not take a cap that is used up for its own failure", async () => {
    await expect(rescued(new AppError("loop_cap_reached", "Often enough."))).rejects.toMatchObject({
      code: "loop_cap_reached",
    });
  });
});
