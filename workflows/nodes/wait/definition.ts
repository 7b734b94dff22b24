import { schemaProblem } from "@/workflows/data/schema/schema-problem";
import type { Issue } from "@/workflows/graph/issue";
import { defineNode } from "../define-node";
import { durationMs, longestDays, longestMs } from "../duration";
import { configIssue } from "../issues";
import type { Port } from "../port";
import { outPort } from "../ports";
import { expressionReads } from "../reads";
import { latePort, type WaitConfig, waitConfig } from "./config";
import { waitFace } from "./face";

export const waitDefinition = defineNode({
  type: "wait",
  typeVersion: 1,
  ...waitFace,
  summary: "Pauses the run for a while, until a time, or until another system calls.",
  synonyms: [
    "timer",
    "delay",
    "sleep",
    "pause",
    "schedule",
    "later",
    "until",
    "days",
    "event",
    "webhook",
    "callback",
    "signal",
  ],
  config: waitConfig,
  initial: { wait: "for", amount: 1, unit: "hours" },
  ports: ({ wait, deadline }) => [outPort, ...(wait === "event" && deadline ? [late] : [])],
  reads: ({ wait, until, key }) => {
    if (wait === "until" && until) return expressionReads("until", until);
    return wait === "event" && key ? expressionReads("key", key) : [];
  },
  writes: ({ wait, output, schema }) =>
    wait === "event" && output ? [{ channel: output, field: "output", schema }] : [],
  idempotent: () => true,
  interrupts: () => true,
  describe: (config) => {
    if (config.wait === "event") return `event ${config.key || "…"}`;
    return config.wait === "until" ? `until ${config.until || "…"}` : `${config.amount} ${unitOf(config)}`;
  },
  check: waitIssues,
  sample: {
    config: {
      wait: "for",
      amount: 3,
      unit: "days",
      deadline: false,
      deadlineAfter: 24,
      deadlineUnit: "hours",
      skippable: true,
    },
    state: {},
  },
});

const late: Port = { name: latePort, label: "Too late", meaning: "timeout" };

function waitIssues(config: WaitConfig): Issue[] {
  if (config.wait === "event") return eventIssues(config);
  if (config.wait === "until") {
    return config.until?.trim() ? [] : [configIssue("until", "Write an expression that gives a time.")];
  }
  return tooLong("amount", durationMs(config));
}

function eventIssues({
  key,
  schema,
  deadline,
  deadlineAfter: amount,
  deadlineUnit: unit,
}: WaitConfig): Issue[] {
  const problem = schema && schemaProblem(schema);
  return [
    ...(key?.trim() ? [] : [configIssue("key", "Write an expression that gives the key of the event.")]),
    ...(problem ? [configIssue("schema", problem)] : []),
    ...(deadline && amount <= 0
      ? [configIssue("deadlineAfter", "Choose a time that is longer than none.")]
      : []),
    ...(deadline ? tooLong("deadlineAfter", durationMs({ amount, unit })) : []),
  ];
}

function tooLong(field: string, ms: number): Issue[] {
  return ms <= longestMs ? [] : [configIssue(field, `A wait may last up to ${longestDays} days.`)];
}

function unitOf({ amount, unit }: WaitConfig): string {
  return amount === 1 ? unit.slice(0, -1) : unit;
}
