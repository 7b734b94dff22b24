import { z } from "zod";
import { channelNameSchema } from "@/workflows/graph/channel";
import type { Issue } from "@/workflows/graph/issue";
import { defineNode } from "../define-node";
import { field } from "../field";
import { optionalChannelField } from "../fields";
import { graphField, inputsField, readsOf } from "../inner-graph";
import { configIssue } from "../issues";
import { outPort } from "../ports";
import { expressionReads } from "../reads";
import { mapFace } from "./face";
import { newGraph, sampleGraph } from "./graphs";

/** Each is a task of its own with rows of its own, and all of them are looked at whenever one of them ends. */
export const mostEntries = 1_000;

const optionalInside = channelNameSchema.optional();

export const mapConfig = z.strictObject({
  list: field(z.string().max(10_000).default(""), {
    label: "List",
    control: "expression",
    expects: "array",
    placeholder: "topics",
    help: "A channel that holds a list, or an expression that gives one.",
  }),
  graph: graphField,
  item: field(optionalInside, {
    label: "Entry",
    control: "inner-channel",
    help: "The channel inside that gets the entry.",
  }),
  index: field(optionalInside, {
    label: "Index",
    control: "inner-channel",
    help: "The channel inside that gets the entry's place in the list, from 0.",
    advanced: true,
  }),
  inputs: inputsField("What every entry begins with beside itself."),
  collect: field(optionalInside, {
    label: "Collect",
    control: "inner-channel",
    help: "The channel inside whose value an entry comes to.",
  }),
  target: optionalChannelField({
    label: "Write the results to",
    help: "As one list, in the order of the entries.",
  }),
  places: field(z.int().min(1).max(100).default(10), {
    label: "At once",
    control: "number",
    help: "So many entries run at the same time.",
  }),
  onItemError: field(z.enum(["fail", "skip", "note"]).default("fail"), {
    label: "When an entry fails",
    control: "select",
    help: "fail: so does this node, and stops the others. skip: it is left out. note: {index, error} takes its place.",
  }),
  errors: optionalChannelField({
    label: "Write the errors to",
    showWhen: { field: "onItemError", in: ["note"] },
    help: "As a list of their own; else among the results.",
  }),
  most: field(z.int().min(1).max(mostEntries).default(mostEntries), {
    label: "Most entries",
    control: "number",
    help: "A longer list fails the node.",
    advanced: true,
  }),
});
export type MapConfig = z.output<typeof mapConfig>;

export const mapDefinition = defineNode({
  type: "map",
  typeVersion: 1,
  ...mapFace,
  summary: "Runs a graph once for each entry of a list, several at a time.",
  synonyms: ["for each", "loop", "fan out", "parallel", "batch", "list", "send", "map reduce"],
  config: mapConfig,
  initial: { list: "", graph: newGraph, item: "item", inputs: [], collect: "result" },
  ports: () => [outPort],
  subgraph: ({ graph, inputs, item, index, collect }) => ({
    graph,
    inputs,
    outputs: [],
    repeats: true,
    fills: [
      ...named(item, "item"),
      ...named(index, "index").map((fill) => ({ ...fill, type: "number" as const })),
    ],
    takes: named(collect, "collect"),
  }),
  reads: ({ list, graph, inputs }) => [...expressionReads("list", list), ...readsOf(inputs, graph.channels)],
  writes: (config) => [
    ...named(config.target, "target").map((write) => ({ ...write, type: "array" as const })),
    ...named(errorsOf(config), "errors").map((write) => ({ ...write, type: "array" as const })),
  ],
  // An entry that has ended never runs again, nor does a node inside one.
  idempotent: () => true,
  describe: ({ list, places }) => (list ? `each of ${list} · ${places} at once` : "each entry of a list"),
  check: (config) => missing(config),
  sample: {
    config: {
      list: "names",
      graph: sampleGraph,
      item: "name",
      index: "place",
      inputs: [{ from: "greeting", to: "greeting" }],
      collect: "line",
      target: "lines",
      places: 10,
      onItemError: "fail",
      most: mostEntries,
    },
    state: { names: ["Ada", "Grace"], greeting: "Hello" },
  },
});

/** Where the errors of entries go, if they have a list of their own. */
export function errorsOf({ onItemError, errors }: MapConfig): string | undefined {
  return onItemError === "note" ? errors : undefined;
}

function named(channel: string | undefined, fieldName: string): { channel: string; field: string }[] {
  return channel === undefined ? [] : [{ channel, field: fieldName }];
}

/** What a new node does not have yet; its graph can be opened all the same. */
function missing({ list, item, collect, target }: MapConfig): Issue[] {
  return [
    ...(list.trim() ? [] : [configIssue("list", "Say which list it goes through.")]),
    ...(item ? [] : [configIssue("item", "Choose the channel inside that gets the entry.")]),
    ...(collect ? [] : [configIssue("collect", "Choose the channel inside whose value is collected.")]),
    ...(target ? [] : [configIssue("target", "Choose the channel that the results are written to.")]),
  ];
}
