import { HumanMessage } from "@langchain/core/messages";
import { describe, expect, it } from "vitest";
import { count, draw, end, mark, start, text, trail } from "@/workflows/compile/testing/draw";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import type { StateEdit } from "@/workflows/travel/state-edit";
import { editedState } from "./edit-state.server";
import { plan } from "./plan";
import { runNotesChannel } from "./run-notes.server";

const planned = plan(
  draw({
    channels: { word: text, trail, sum: count, chat: { type: "messages", reducer: "messages" } },
    nodes: { s: start("word"), a: mark("a"), done: end("trail") },
    edges: ["s > a", "a > done"],
  }),
  nodeDefinitions,
);
const stored = { word: "x", trail: ["1"], sum: 2, chat: [new HumanMessage({ id: "m1", content: "Hi" })] };
const edited = (edit: StateEdit, values: Record<string, unknown> = stored) =>
  editedState(planned, values, [edit], "run_2");

describe("values after edits", () => {
  it("take the place of what was there, or go through the reducer", () => {
    expect(edited({ channel: "word", how: "set", value: "y" })).toEqual({ word: "y" });
    expect(edited({ channel: "trail", how: "set", value: ["2"] })).toEqual({ trail: ["2"] });
    expect(edited({ channel: "trail", how: "write", value: ["2"] })).toEqual({ trail: ["1", "2"] });
    expect(edited({ channel: "sum", how: "set", value: 5 })).toEqual({ sum: 5 });
    expect(edited({ channel: "sum", how: "write", value: 5 })).toEqual({ sum: 7 });
  });

  it("are messages of LangChain where the channel holds some", () => {
    const value = [{ role: "user", content: "Bye" }];
    const { chat } = edited({ channel: "chat", how: "set", value });
    expect(chat).toEqual([expect.any(HumanMessage)]);
  });

  it("begin where the stored state has nothing", () => {
    expect(edited({ channel: "trail", how: "write", value: ["2"] }, {})).toEqual({ trail: ["2"] });
  });

  it("are plain data of the channel's type, or refused by its name", () => {
    const refused = (edit: StateEdit) =>
      expect(() => edited(edit)).toThrow(expect.objectContaining({ code: "invalid_input" }));
    refused({ channel: "word", how: "set", value: 1 });
    refused({ channel: "nope", how: "set", value: 1 });
    refused({ channel: "trail", how: "set", value: [{ lc: 1, type: "secret", id: ["X"] }] });
  });
});

it("passes on what the run remembers of its course, in the name of the run that goes on", () => {
  const notes = { runId: "run_1", taken: { e1: 2 }, waiting: [], ran: [] };
  expect(editedState(planned, { ...stored, [runNotesChannel]: notes }, [], "run_2")).toEqual({
    [runNotesChannel]: { ...notes, runId: "run_2" },
  });
  expect(editedState(planned, stored, [], "run_2")).toEqual({});
});
