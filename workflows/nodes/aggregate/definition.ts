import { z } from "zod";
import {
  entryField,
  entryNames,
  listField,
  missing,
  noList,
  noOutput,
  outputField,
  writesTo,
} from "../data-fields";
import { defineNode } from "../define-node";
import { field } from "../field";
import { uniqueBy } from "../fields";
import { configIssue } from "../issues";
import { outPort } from "../ports";
import { expressionReads } from "../reads";
import { aggregateFace } from "./face";

const nameSchema = field(
  z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/, "Start with a letter; use letters, digits and _ only")
    .refine((name) => !(name in Object.prototype), "This name has a meaning in JavaScript; choose another"),
  { label: "Name", control: "text", placeholder: "total" },
);

const figureSchema = z.strictObject({
  name: nameSchema,
  figure: field(z.enum(["count", "sum", "average", "min", "max", "collect"]).default("count"), {
    label: "Figure",
    control: "select",
    help: "collect: the values as a list.",
  }),
  of: entryField({
    label: "Of",
    placeholder: "item.price",
    help: "Worked out for each entry, item. Empty: the entry itself; for a count, all entries.",
  }),
});

export const aggregateConfig = z.strictObject({
  list: listField,
  groups: field(
    z
      .array(
        z.strictObject({ name: nameSchema, by: entryField({ label: "By", placeholder: "item.country" }) }),
      )
      .max(5)
      .default([])
      .refine(...uniqueBy((entry: { name: string }) => entry.name, "Two groups have the same name")),
    { label: "Group by", help: "Without groups, the whole list gives one object." },
  ),
  figures: field(
    z
      .array(figureSchema)
      .min(1, "Add at least one figure")
      .max(20)
      .refine(...uniqueBy((entry: { name: string }) => entry.name, "Two figures have the same name")),
    { label: "Figures", help: "What is worked out over each group; entries without a value are left out." },
  ),
  output: outputField,
});
export type AggregateConfig = z.output<typeof aggregateConfig>;

export const aggregateDefinition = defineNode({
  type: "aggregate",
  typeVersion: 1,
  ...aggregateFace,
  summary: "Counts, sums or averages the entries of a list, by groups.",
  synonyms: ["group by", "count", "sum", "average", "total", "statistics", "pivot", "list"],
  config: aggregateConfig,
  initial: { list: "", groups: [], figures: [{ name: "count", figure: "count", of: "" }] },
  ports: () => [outPort],
  reads: ({ list, groups, figures }) => [
    ...expressionReads("list", list),
    ...groups.flatMap(({ by }, index) => expressionReads(`groups.${index}.by`, by, entryNames)),
    ...figures.flatMap(({ of }, index) => expressionReads(`figures.${index}.of`, of, entryNames)),
  ],
  writes: ({ groups, output }) => writesTo("output", output, groups.length > 0 ? "array" : "object"),
  local: true,
  idempotent: () => true,
  describe: ({ list, groups, figures }) => {
    const names = figures.map(({ name }) => name).join(", ");
    return `${names} of ${list || "a list"}${groups.length > 0 ? ` by ${groups.map(({ name }) => name).join(", ")}` : ""}`;
  },
  check: (config) => [
    ...missing(config, { list: noList, output: noOutput }),
    ...config.groups.flatMap(({ by }, index) =>
      missing({ [`groups.${index}.by`]: by }, { [`groups.${index}.by`]: "Say by what entries are grouped." }),
    ),
    ...repeatedNames(config),
  ],
  sample: {
    config: {
      list: "orders",
      groups: [{ name: "country", by: "item.country" }],
      figures: [
        { name: "orders", figure: "count", of: "" },
        { name: "total", figure: "sum", of: "item.total" },
      ],
      output: "report",
    },
    state: {
      orders: [
        { country: "NO", total: 10 },
        { country: "SE", total: 5 },
        { country: "NO", total: 20 },
      ],
    },
  },
});

/** A group and a figure of one name would take each other's place in the result. */
function repeatedNames({ groups, figures }: AggregateConfig) {
  const taken = groups.map(({ name }) => name);
  return figures
    .map(({ name }, index) => ({ name, field: `figures.${index}.name` }))
    .filter(({ name }) => taken.includes(name))
    .map(({ name, field }) => configIssue(field, `“${name}” is the name of a group already.`));
}
