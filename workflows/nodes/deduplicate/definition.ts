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
import { optionalChannelField } from "../fields";
import { outPort } from "../ports";
import { expressionReads } from "../reads";
import { deduplicateFace } from "./face";

export const deduplicateConfig = z.strictObject({
  list: listField,
  by: entryField({
    label: "Same where this is equal",
    placeholder: "lower(item.email)",
    help: "Worked out for each entry, item. Empty: the entry as a whole.",
  }),
  keep: field(z.enum(["first", "last"]).default("first"), {
    label: "Of equal entries keep",
    control: "select",
  }),
  output: outputField,
  rest: optionalChannelField({
    label: "Write the others to",
    help: "The entries that are left out.",
    advanced: true,
  }),
});

export const deduplicateDefinition = defineNode({
  type: "deduplicate",
  typeVersion: 1,
  ...deduplicateFace,
  summary: "Leaves out entries of a list that are there already.",
  synonyms: ["unique", "distinct", "duplicates", "repeat", "list"],
  config: deduplicateConfig,
  initial: { list: "", by: "" },
  ports: () => [outPort],
  reads: ({ list, by }) => [...expressionReads("list", list), ...expressionReads("by", by, entryNames)],
  writes: ({ output, rest }) => [...writesTo("output", output, "array"), ...writesTo("rest", rest, "array")],
  local: true,
  idempotent: () => true,
  describe: ({ list, by }) => `${list || "a list"} by ${by || "the whole entry"}`,
  check: (config) => missing(config, { list: noList, output: noOutput }),
  sample: {
    config: { list: "people", by: "lower(item.email)", keep: "first", output: "unique", rest: "again" },
    state: { people: [{ email: "a@x.org" }, { email: "A@x.org" }, { email: "b@x.org" }] },
  },
});
