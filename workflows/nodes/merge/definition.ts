import { z } from "zod";
import { entryNames, expressionField, missing, noOutput, outputField, writesTo } from "../data-fields";
import { defineNode } from "../define-node";
import { field } from "../field";
import { outPort } from "../ports";
import { expressionReads } from "../reads";
import { mergeFace } from "./face";

const byKey = { field: "mode", in: ["by-key"] };

export const mergeConfig = z.strictObject({
  mode: field(z.enum(["lists", "objects", "deep", "by-key"]).default("lists"), {
    label: "Merge",
    control: "select",
    help: "lists: one after the other. objects: later keys win. deep: objects inside are merged too. by-key: entries of lists that belong together.",
  }),
  sources: field(
    z
      .array(
        z.strictObject({
          value: expressionField({ label: "Value", placeholder: "orders" }),
        }),
      )
      .min(2, "Merging takes two values or more")
      .max(10),
    { label: "Values", help: "In this order. A channel without a value is left out." },
  ),
  key: expressionField({
    label: "Belong together where this is equal",
    names: entryNames,
    entriesOf: "sources",
    placeholder: "item.customerId",
    help: "Worked out for each entry, item, of every list.",
    showWhen: byKey,
  }),
  keep: field(z.enum(["all", "first", "common"]).default("all"), {
    label: "Keep",
    control: "select",
    help: "all: every entry. first: those of the first list. common: those that are in every list.",
    showWhen: byKey,
  }),
  output: outputField,
});

export const mergeDefinition = defineNode({
  type: "merge",
  typeVersion: 1,
  ...mergeFace,
  summary: "Puts lists or objects together, one after the other or by a key.",
  synonyms: ["join", "concatenate", "combine", "union", "lookup", "enrich", "list", "object"],
  config: mergeConfig,
  initial: { mode: "lists", sources: [{ value: "" }, { value: "" }] },
  ports: () => [outPort],
  reads: ({ mode, sources, key }) => [
    ...sources.flatMap(({ value }, index) => expressionReads(`sources.${index}.value`, value)),
    ...(mode === "by-key" ? expressionReads("key", key, entryNames) : []),
  ],
  writes: ({ mode, output }) =>
    writesTo("output", output, mode === "objects" || mode === "deep" ? "object" : "array"),
  local: true,
  idempotent: () => true,
  describe: ({ sources, mode }) =>
    `${sources.map(({ value }) => value || "…").join(" + ")}${mode === "by-key" ? " by key" : ""}`,
  check: (config) => [
    ...config.sources.flatMap(({ value }, index) =>
      missing({ [`sources.${index}.value`]: value }, { [`sources.${index}.value`]: "Say what is merged." }),
    ),
    ...missing(config, {
      ...(config.mode === "by-key" ? { key: "Say by what entries belong together." } : {}),
      output: noOutput,
    }),
  ],
  sample: {
    config: {
      mode: "by-key",
      sources: [{ value: "customers" }, { value: "orders" }],
      key: "item.id",
      keep: "all",
      output: "joined",
    },
    state: {
      customers: [
        { id: 1, name: "Ada" },
        { id: 2, name: "Grace" },
      ],
      orders: [{ id: 2, total: 30 }],
    },
  },
});
