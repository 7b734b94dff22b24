import { z } from "zod";
import { defineNode } from "../define-node";
import { field } from "../field";
import { configIssue } from "../issues";
import { outPort } from "../ports";
import { expressionReads } from "../reads";
import { durationMs, longestDays, longestMs, units } from "./duration";

export const waitConfig = z.strictObject({
  wait: field(z.enum(["for", "until"]).default("for"), {
    label: "Wait",
    control: "select",
    help: "For: a length of time. Until: a time that stands in the state.",
  }),
  amount: field(z.number().min(0).max(100_000_000).default(1), {
    label: "How long",
    control: "number",
    showWhen: { field: "wait", in: ["for"] },
  }),
  unit: field(z.enum(units).default("hours"), {
    label: "Unit",
    control: "select",
    showWhen: { field: "wait", in: ["for"] },
  }),
  until: field(z.string().max(10_000).optional(), {
    label: "Time",
    control: "expression",
    placeholder: "order.deliverAt",
    showWhen: { field: "wait", in: ["until"] },
    help: "Gives an ISO date such as 2026-03-05T09:00:00Z (without a zone: UTC), or seconds or milliseconds since 1970. A time that has passed ends the wait at once.",
  }),
  skippable: field(z.boolean().default(true), {
    label: "May be cut short",
    control: "toggle",
    help: "Whoever may answer approvals can let the run go on before the time.",
  }),
});
export type WaitConfig = z.output<typeof waitConfig>;

export const waitDefinition = defineNode({
  type: "wait",
  typeVersion: 1,
  title: "Wait",
  summary: "Pauses the run for a while or until a time, up to a year.",
  icon: "alarm-clock",
  category: "flow",
  synonyms: ["timer", "delay", "sleep", "pause", "schedule", "later", "until", "days"],
  config: waitConfig,
  initial: { wait: "for", amount: 1, unit: "hours" },
  ports: () => [outPort],
  reads: ({ wait, until }) => (wait === "until" && until ? expressionReads("until", until) : []),
  writes: () => [],
  idempotent: () => true,
  interrupts: () => true,
  describe: (config) =>
    config.wait === "until" ? `until ${config.until || "…"}` : `${config.amount} ${unitOf(config)}`,
  check: (config) => {
    if (config.wait === "until") {
      return config.until?.trim() ? [] : [configIssue("until", "Write an expression that gives a time.")];
    }
    if (durationMs(config) <= longestMs) return [];
    return [configIssue("amount", `A wait may last up to ${longestDays} days.`)];
  },
  sample: {
    config: { wait: "for", amount: 3, unit: "days", skippable: true },
    state: {},
  },
});

function unitOf({ amount, unit }: WaitConfig): string {
  return amount === 1 ? unit.slice(0, -1) : unit;
}
