import { z } from "zod";
import { missing, writesTo } from "../data-fields";
import { defineNode } from "../define-node";
import { durationMs, longestDays, longestMs, units } from "../duration";
import { field } from "../field";
import { optionalChannelField } from "../fields";
import { configIssue } from "../issues";
import { outPort } from "../ports";
import { eventAddressFace } from "./face";

export const eventAddressConfig = z.strictObject({
  output: optionalChannelField({
    label: "Write the address to",
    help: "As {key, url}. Send the url out; a Wait node waits for the key.",
  }),
  amount: field(z.number().min(0).max(100_000_000).default(7), {
    label: "Works for",
    control: "number",
  }),
  unit: field(z.enum(units).default("days"), { label: "Unit", control: "select" }),
});
export type EventAddressConfig = z.output<typeof eventAddressConfig>;

export const eventAddressDefinition = defineNode({
  type: "event-address",
  typeVersion: 1,
  ...eventAddressFace,
  summary: "Makes a web address at which another system can wake this run, once.",
  synonyms: ["webhook", "callback", "event", "url", "resume", "signal", "correlation"],
  config: eventAddressConfig,
  initial: { amount: 7, unit: "days" },
  ports: () => [outPort],
  reads: () => [],
  writes: ({ output }) => writesTo("output", output, "object"),
  // The call's key finds the address again.
  idempotent: () => true,
  describe: ({ amount, unit }) => `works for ${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`,
  check: (config) => [
    ...missing(config, { output: "The address goes nowhere: choose the channel to write it to." }),
    ...(config.amount <= 0 ? [configIssue("amount", "Choose a time that is longer than none.")] : []),
    ...(durationMs(config) > longestMs
      ? [configIssue("amount", `An address may work for up to ${longestDays} days.`)]
      : []),
  ],
  sample: { config: { output: "address", amount: 7, unit: "days" }, state: {} },
});
