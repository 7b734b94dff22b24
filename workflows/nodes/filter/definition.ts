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
import { optionalChannelField } from "../fields";
import { outPort } from "../ports";
import { expressionReads } from "../reads";
import { filterFace } from "./face";

export const filterConfig = z.strictObject({
  list: listField,
  keep: entryField({
    label: "Keep entries where",
    expects: "boolean",
    placeholder: "item.total > 100",
    help: "Tried for each entry, which it sees as item and its place, from 0, as index.",
  }),
  output: outputField,
  rest: optionalChannelField({
    label: "Write the others to",
    help: "The entries that are not kept.",
    advanced: true,
  }),
});

export const filterDefinition = defineNode({
  type: "filter",
  typeVersion: 1,
  ...filterFace,
  summary: "Keeps the entries of a list that meet a condition.",
  synonyms: ["where", "select", "keep", "remove", "list", "condition", "partition"],
  config: filterConfig,
  initial: { list: "", keep: "" },
  ports: () => [outPort],
  reads: ({ list, keep }) => [...expressionReads("list", list), ...expressionReads("keep", keep, entryNames)],
  writes: ({ output, rest }) => [...writesTo("output", output, "array"), ...writesTo("rest", rest, "array")],
  local: true,
  idempotent: () => true,
  describe: ({ list, keep }) => (keep ? `${list} where ${keep}` : "entries that meet a condition"),
  check: (config) =>
    missing(config, { list: noList, keep: "Write the condition for keeping an entry.", output: noOutput }),
  sample: {
    config: { list: "orders", keep: "item.total > least", output: "large", rest: "small" },
    state: { orders: [{ total: 20 }, { total: 200 }], least: 100 },
  },
});
