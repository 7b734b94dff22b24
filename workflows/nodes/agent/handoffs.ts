import { z } from "zod";
import type { Issue } from "@/workflows/graph/issue";
import { field } from "../field";
import { portIdSchema, uniqueBy } from "../fields";
import { configIssue } from "../issues";
import type { Port } from "../port";
import type { Receiver } from "./receiver";

const handoffSchema = z.strictObject({
  id: portIdSchema,
  label: field(z.string().min(1, "Say who takes over").max(60), {
    label: "To",
    control: "text",
    placeholder: "Billing",
  }),
  purpose: field(z.string().min(1, "Say when it should take over").max(1_000), {
    label: "When",
    control: "multiline",
    placeholder: "Questions about invoices and payments.",
    help: "Tells the model when to hand over.",
  }),
});
export type Handoff = z.output<typeof handoffSchema>;

/** Whom the agent may hand over to: each is a port, and a tool by which the model leaves through it. */
export const handoffsField = field(
  z
    .array(handoffSchema)
    .max(12)
    .default([])
    .refine(...uniqueBy((entry: { id: string }) => entry.id, "Two handoffs have the same id")),
  {
    label: "Handoffs",
    help: "A port for each. The model leaves by it instead of answering; connect it to the agent that takes over.",
    group: "Handing over",
  },
);

/** The name by which the model hands over: it says to whom, and stays a name that providers take. */
export function handoffTool({ id, label }: Handoff): string {
  const words = label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  return `transfer_to_${words || id}`.slice(0, 64);
}

export function handoffIssues(handoffs: readonly Handoff[]): Issue[] {
  const names = handoffs.map(handoffTool);
  return names.flatMap((name, index) => {
    const first = handoffs[names.indexOf(name)];
    if (!first || names.indexOf(name) === index) return [];
    return [
      configIssue(
        `handoffs.${index}.label`,
        `The model could not tell this from “${first.label}”: both are called by ${name}.`,
      ),
    ];
  });
}

export function handoffPorts(handoffs: readonly Handoff[]): Port[] {
  return handoffs.map(({ id, label }) => ({ name: id, label, meaning: "branch" as const }));
}

export function receiversOf(handoffs: readonly Handoff[]): Receiver[] {
  return handoffs.map((handoff) => ({
    port: handoff.id,
    label: handoff.label,
    purpose: handoff.purpose,
    tool: handoffTool(handoff),
  }));
}
