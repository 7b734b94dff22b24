import { z } from "zod";
import { failureName } from "@/workflows/expressions/failure";
import type { Issue } from "@/workflows/graph/issue";
import { defineNode } from "../define-node";
import { field } from "../field";
import { optionalChannelField, portIdSchema, uniqueBy } from "../fields";
import { configIssue } from "../issues";
import type { Port } from "../port";
import { branchPorts } from "../ports";
import { expressionReads } from "../reads";
import { errorHandlerFace } from "./face";
import { codesIn, failureKinds } from "./kinds";

const caseSchema = z.strictObject({
  id: portIdSchema,
  label: field(z.string().min(1, "Give the case a name").max(60), { label: "Name", control: "text" }),
  kind: field(z.enum(failureKinds).default("timeout"), { label: "Failures", control: "select" }),
  codes: field(z.string().max(1_000).optional(), {
    label: "Codes",
    control: "text",
    placeholder: "order_unknown, too_much",
    help: "As error.code has them, with commas between.",
    showWhen: { field: "kind", in: ["codes"] },
  }),
});

export const errorHandlerConfig = z.strictObject({
  failure: field(z.string().min(1, "Write an expression").max(10_000).default(failureName), {
    label: "Failure",
    control: "expression",
    help: "What is looked at: error is why the last node left by its error port.",
    advanced: true,
  }),
  cases: field(
    z
      .array(caseSchema)
      .min(1, "Add at least one case")
      .max(20)
      .refine(...uniqueBy((entry: { id: string }) => entry.id, "Two cases have the same id")),
    {
      label: "Cases",
      help: "Tried from top to bottom; one port each. Every other failure leaves by “Other”.",
    },
  ),
  output: optionalChannelField({
    label: "Write the failure to",
    help: "As {case, node, code, message}, for later nodes.",
  }),
});
export type ErrorHandlerConfig = z.output<typeof errorHandlerConfig>;

export const otherPort: Port = { name: "else", label: "Other", meaning: "branch" };

export const errorHandlerDefinition = defineNode({
  type: "error-handler",
  typeVersion: 1,
  ...errorHandlerFace,
  summary: "Stands behind error ports and takes a port by the kind of the failure.",
  synonyms: ["catch", "try", "exception", "failure", "rescue", "fallback", "on error"],
  config: errorHandlerConfig,
  initial: {
    cases: [
      { id: "timeout", label: "Took too long", kind: "timeout" },
      { id: "limited", label: "Rate limited", kind: "rate limited" },
      { id: "refused", label: "Refused", kind: "refused" },
    ],
  },
  ports: ({ cases }) => [...branchPorts(cases), otherPort],
  reads: ({ failure }) => expressionReads("failure", failure),
  writes: ({ output }) => (output ? [{ channel: output, field: "output", type: "object" as const }] : []),
  local: true,
  idempotent: () => true,
  describe: ({ cases }) => cases.map(({ label }) => label).join(", "),
  check: problems,
  sample: {
    config: {
      failure: "error",
      cases: [
        { id: "slow", label: "Took too long", kind: "timeout" },
        { id: "ours", label: "Stopped by us", kind: "codes", codes: "too_much, order_unknown" },
      ],
      output: "why",
    },
    state: {
      error: { node: "Ask", code: "model_timeout", message: "The model said nothing for 5 minutes." },
    },
  },
});

/** A case without codes, and a kind or code that an earlier case has taken. */
function problems({ cases }: ErrorHandlerConfig): Issue[] {
  const taken = new Map<string, string>();
  return cases.flatMap((each, index) => {
    const place = `cases.${index}.${each.kind === "codes" ? "codes" : "kind"}`;
    const codes = codesIn(each);
    if (codes.length === 0) return [configIssue(place, "List the codes that leave by this port.")];
    const first = codes.map((code) => taken.get(code)).find((label) => label !== undefined);
    for (const code of codes) if (!taken.has(code)) taken.set(code, each.label);
    const all = codes.every((code) => taken.get(code) !== each.label);
    if (first === undefined || !all) return [];
    return [configIssue(place, `All of these leave by “${first}” already. Change one of them or remove it.`)];
  });
}
