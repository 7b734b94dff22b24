import { z } from "zod";
import type { Issue } from "@/workflows/graph/issue";
import { defineNode } from "../define-node";
import { field } from "../field";
import { portIdSchema, uniqueBy } from "../fields";
import { configIssue } from "../issues";
import type { Port } from "../port";
import { branchPorts } from "../ports";
import { expressionReads } from "../reads";
import { switchFace } from "./face";
import { comparable } from "./matching-case";

const caseSchema = z.strictObject({
  id: portIdSchema,
  label: field(z.string().min(1, "Give the case a name").max(60), { label: "Name", control: "text" }),
  equals: field(z.string().min(1, "Write the value").max(200), {
    label: "Value",
    control: "text",
    placeholder: "refund",
  }),
});

export const switchConfig = z.strictObject({
  value: field(z.string().min(1, "Write an expression").max(10_000), {
    label: "Compare",
    control: "expression",
    placeholder: "category",
    help: "A channel, or an expression that gives a text, a number, or true or false.",
  }),
  cases: field(
    z
      .array(caseSchema)
      .min(1, "Add at least one case")
      .max(50)
      .refine(...uniqueBy((entry: { id: string }) => entry.id, "Two cases have the same id")),
    { label: "Cases", help: "One port for each value. Anything else leaves by “Otherwise”." },
  ),
  ignoreCase: field(z.boolean().default(false), {
    label: "Ignore upper and lower case",
    control: "toggle",
  }),
});
export type SwitchConfig = z.output<typeof switchConfig>;

export const otherwisePort: Port = { name: "else", label: "Otherwise", meaning: "branch" };

export const switchDefinition = defineNode({
  type: "switch",
  typeVersion: 1,
  ...switchFace,
  summary: "Compares one value with a list of values and takes the port of its equal.",
  synonyms: ["case", "match", "equals", "route by value", "lookup", "enum"],
  config: switchConfig,
  initial: { value: "", cases: [{ id: "option1", label: "Option 1", equals: "" }] },
  ports: ({ cases }) => [...branchPorts(cases), otherwisePort],
  reads: ({ value }) => expressionReads("value", value),
  writes: () => [],
  comparisons: ({ value, cases, ignoreCase }) =>
    cases.map(({ id, label, equals }, index) => ({
      expression: value,
      equals,
      ignoreCase,
      label,
      port: id,
      field: `cases.${index}.equals`,
    })),
  local: true,
  idempotent: () => true,
  describe: ({ value, cases }) => `${value}: ${cases.map(({ equals }) => equals).join(", ")}`,
  check: twice,
  sample: {
    config: {
      value: "category",
      cases: [
        { id: "refund", label: "Refund", equals: "refund" },
        { id: "delivery", label: "Delivery", equals: "delivery" },
      ],
      ignoreCase: false,
    },
    state: { category: "delivery" },
  },
});

/** A value that stands twice would have two ports, and only the first could be taken. */
function twice({ cases, ignoreCase }: SwitchConfig): Issue[] {
  const values = cases.map(({ equals }) => comparable(equals, ignoreCase));
  return cases.flatMap(({ equals }, index) => {
    const first = values.indexOf(comparable(equals, ignoreCase));
    if (first === index) return [];
    const message = `“${equals}” is the value of “${cases[first]?.label ?? ""}” already. Change one of them or remove it.`;
    return [configIssue(`cases.${index}.equals`, message)];
  });
}
