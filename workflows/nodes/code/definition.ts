import { z } from "zod";
import { defineNode } from "../define-node";
import { field } from "../field";
import { channelsField, optionalChannelField } from "../fields";
import { configIssue } from "../issues";
import { outPort } from "../ports";
import { codeFace } from "./face";
import { codeReads } from "./reads";

export const codeConfig = z.strictObject({
  code: field(z.string().min(1, "Write some code").max(100_000), {
    label: "Code",
    control: "javascript",
    help: "Body of a function. It sees the channels as “state” and returns a value. No files; network by a setting below.",
    placeholder: "return state.items.length;",
  }),
  writes: field(z.enum(["value", "keys"]).default("value"), {
    label: "The returned value",
    control: "select",
    help: "A value goes to one channel as it is; of keys, each goes to the channel of its name.",
  }),
  output: optionalChannelField({ label: "Write it to", showWhen: { field: "writes", in: ["value"] } }),
  outputs: field(channelsField({ label: "Channels it may write" }), {
    label: "Channels it may write",
    control: "channels",
    showWhen: { field: "writes", in: ["keys"] },
  }),
  timeoutMs: field(z.int().min(10).max(60_000).default(5_000), {
    label: "Time limit (ms)",
    control: "duration",
    advanced: true,
  }),
  memoryMb: field(z.int().min(1).max(256).default(64), {
    label: "Memory limit (MB)",
    control: "number",
    advanced: true,
  }),
  network: field(z.boolean().default(false), {
    label: "May call web addresses",
    control: "toggle",
    help: "Gives the code fetch, inside what the workspace may call: 20 requests and 5 MB of answers at most.",
    advanced: true,
  }),
});

export const codeDefinition = defineNode({
  type: "code",
  typeVersion: 1,
  ...codeFace,
  summary: "Runs JavaScript in a sandbox, with no more than you give it.",
  synonyms: ["javascript", "script", "function", "transform", "compute"],
  config: codeConfig,
  initial: { code: "" },
  ports: () => [outPort],
  reads: (config) => codeReads(config.code),
  writes: (config) =>
    config.writes === "keys"
      ? config.outputs.map((channel, index) => ({ channel, field: `outputs.${index}` }))
      : config.output
        ? [{ channel: config.output, field: "output" }]
        : [],
  // What it may have asked of others cannot be known.
  idempotent: (config) => !config.network,
  describe: (config) => config.code.trim().split("\n")[0] ?? "",
  check: (config) => {
    if (config.writes === "value" && !config.output)
      return [configIssue("output", "The value goes nowhere: choose the channel to write it to.")];
    if (config.writes === "keys" && config.outputs.length === 0)
      return [configIssue("outputs", "Name the channels that this code may write.")];
    return [];
  },
  sample: {
    config: {
      code: "return state.words.length;",
      writes: "value",
      output: "count",
      outputs: [],
      timeoutMs: 1_000,
      memoryMb: 32,
      network: false,
    },
    state: { words: ["one", "two"] },
  },
});
