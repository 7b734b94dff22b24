import { z } from "zod";
import type { Issue } from "@/workflows/graph/issue";
import { expressionField, missing, writesTo } from "../data-fields";
import { defineNode } from "../define-node";
import type { ChannelRead, ChannelWrite } from "../definition";
import { durationMs, longestDays, longestMs, units } from "../duration";
import { field } from "../field";
import { optionalChannelField } from "../fields";
import { configIssue } from "../issues";
import { outPort } from "../ports";
import { expressionReads, templateReads } from "../reads";
import { storeFace } from "./face";

const timed = { field: "action", in: ["set", "increment"] };

export const storeConfig = z.strictObject({
  action: field(z.enum(["get", "set", "increment", "delete", "list"]).default("get"), {
    label: "Do",
    control: "select",
  }),
  scope: field(z.enum(["thread", "user", "agent"]).default("thread"), {
    label: "Kept for",
    control: "select",
    help: "thread: this conversation. user: whoever runs it, in all agents of the workspace. agent: everybody who runs this agent.",
  }),
  key: field(z.string().max(10_000).default(""), {
    label: "Key",
    control: "template",
    placeholder: "orders/{{ order.id }}",
    showWhen: { field: "action", in: ["get", "set", "increment", "delete"] },
  }),
  prefix: field(z.string().max(10_000).default(""), {
    label: "Keys that begin with",
    control: "template",
    placeholder: "orders/",
    help: "Empty: all.",
    showWhen: { field: "action", in: ["list"] },
  }),
  limit: field(z.int().min(1).max(1_000).default(100), {
    label: "At most",
    control: "number",
    showWhen: { field: "action", in: ["list"] },
  }),
  value: field(expressionField({ label: "Value" }), {
    label: "Value",
    control: "expression",
    placeholder: "order",
    showWhen: { field: "action", in: ["set"] },
  }),
  by: field(z.string().max(10_000).default("1"), {
    label: "Add",
    control: "expression",
    expects: "number",
    showWhen: { field: "action", in: ["increment"] },
  }),
  fallback: field(z.string().max(10_000).default(""), {
    label: "If there is none",
    control: "expression",
    placeholder: "[]",
    help: "What counts in place of a missing value; empty: nothing (null).",
    showWhen: { field: "action", in: ["get"] },
  }),
  output: optionalChannelField({
    label: "Write the result to",
    help: "get: the value. list: a list of {key, value}. increment: the new number. delete: whether there was something.",
    showWhen: { field: "action", in: ["get", "increment", "delete", "list"] },
  }),
  expires: field(z.boolean().default(false), {
    label: "Forget it after a while",
    control: "toggle",
    help: "A number that is added to is forgotten that long after the first time.",
    showWhen: timed,
  }),
  amount: field(z.number().min(0).max(100_000_000).default(1), {
    label: "After",
    control: "number",
    showWhen: { field: "expires", in: [true] },
  }),
  unit: field(z.enum(units).default("days"), {
    label: "Unit",
    control: "select",
    showWhen: { field: "expires", in: [true] },
  }),
});
export type StoreConfig = z.output<typeof storeConfig>;

export const storeDefinition = defineNode({
  type: "store",
  typeVersion: 1,
  ...storeFace,
  summary: "Keeps values by key beyond the run: read, write, count, delete, list.",
  synonyms: ["key value", "memory", "cache", "counter", "remember", "persist", "database", "kv"],
  config: storeConfig,
  initial: { action: "get", scope: "thread", key: "" },
  ports: () => [outPort],
  reads,
  writes,
  // Changes are noted by the call's key in their own transaction.
  idempotent: () => true,
  describe: ({ action, key, prefix }) => `${action} ${action === "list" ? `${prefix}…` : key || "…"}`,
  check,
  sample: {
    config: {
      action: "set",
      scope: "agent",
      key: "orders/{{ orderId }}",
      prefix: "",
      limit: 100,
      value: "{'total': 12}",
      by: "1",
      fallback: "",
      expires: true,
      amount: 30,
      unit: "days",
    },
    state: { orderId: "A-42" },
  },
});

function reads({ action, key, prefix, value, by, fallback }: StoreConfig): ChannelRead[] {
  if (action === "list") return templateReads("prefix", prefix);
  const more = {
    get: fallback ? expressionReads("fallback", fallback) : [],
    set: value ? expressionReads("value", value) : [],
    increment: by ? expressionReads("by", by) : [],
    delete: [],
  }[action];
  return [...templateReads("key", key), ...more];
}

const resultTypes = { increment: "number", delete: "boolean", list: "array" } as const;

function writes({ action, output }: StoreConfig): ChannelWrite[] {
  if (action === "set") return [];
  return writesTo("output", output, action === "get" ? undefined : resultTypes[action]);
}

function check(config: StoreConfig): Issue[] {
  const { action, expires } = config;
  const isTimed = expires && (action === "set" || action === "increment");
  const goesNowhere = "The result goes nowhere: choose the channel to write it to.";
  return [
    ...(action === "list" ? [] : missing(config, { key: "Write the key." })),
    ...(action === "set" ? missing(config, { value: "Say which value is kept." }) : []),
    ...(action === "increment" ? missing(config, { by: "Say how much is added." }) : []),
    ...(action === "get" || action === "list" ? missing(config, { output: goesNowhere }) : []),
    ...(isTimed && config.amount <= 0
      ? [configIssue("amount", "Choose a time that is longer than none.")]
      : []),
    ...(isTimed && durationMs(config) > longestMs
      ? [configIssue("amount", `It may be kept for up to ${longestDays} days, or without an end.`)]
      : []),
  ];
}
