import { z } from "zod";
import { jsonObjectSchema } from "@/workflows/graph/json";
import { units } from "../duration";
import { field } from "../field";
import { optionalChannelField } from "../fields";

/** The way out where no event came in time. */
export const latePort = "late";

const unitField = (shown: { field: string; in: (string | boolean)[] }) =>
  field(z.enum(units).default("hours"), { label: "Unit", control: "select", showWhen: shown });

export const waitConfig = z.strictObject({
  wait: field(z.enum(["for", "until", "event"]).default("for"), {
    label: "Wait",
    control: "select",
    help: "For: a length of time. Until: a time that stands in the state. Event: a call from another system.",
  }),
  amount: field(z.number().min(0).max(100_000_000).default(1), {
    label: "How long",
    control: "number",
    showWhen: { field: "wait", in: ["for"] },
  }),
  unit: unitField({ field: "wait", in: ["for"] }),
  until: field(z.string().max(10_000).optional(), {
    label: "Time",
    control: "expression",
    placeholder: "order.deliverAt",
    showWhen: { field: "wait", in: ["until"] },
    help: "Gives an ISO date such as 2026-03-05T09:00:00Z (without a zone: UTC), or seconds or milliseconds since 1970. A time that has passed ends the wait at once.",
  }),
  key: field(z.string().max(10_000).optional(), {
    label: "Event key",
    control: "expression",
    placeholder: "address.key",
    showWhen: { field: "wait", in: ["event"] },
    help: "The key of an Event address, or a text that programs name when they send an event through the API, e.g. 'order ' + order.id.",
  }),
  schema: field(jsonObjectSchema.optional(), {
    label: "JSON schema",
    control: "json-schema",
    showWhen: { field: "wait", in: ["event"] },
    help: "What the event has to bring. Others are refused, and the wait goes on.",
  }),
  output: optionalChannelField({
    label: "Write what it brings to",
    showWhen: { field: "wait", in: ["event"] },
  }),
  deadline: field(z.boolean().default(false), {
    label: "Deadline",
    control: "toggle",
    showWhen: { field: "wait", in: ["event"] },
    help: "Goes on by a port of its own where no event has come in time.",
  }),
  deadlineAfter: field(z.number().min(0).max(100_000_000).default(24), {
    label: "Wait at most",
    control: "number",
    showWhen: { field: "deadline", in: [true] },
  }),
  deadlineUnit: unitField({ field: "deadline", in: [true] }),
  skippable: field(z.boolean().default(true), {
    label: "May be cut short",
    control: "toggle",
    showWhen: { field: "wait", in: ["for", "until"] },
    help: "Whoever may answer approvals can let the run go on before the time.",
  }),
});
export type WaitConfig = z.output<typeof waitConfig>;
