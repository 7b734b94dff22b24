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
import { outPort } from "../ports";
import { expressionReads } from "../reads";
import { sortFace } from "./face";

const orderSchema = z.strictObject({
  by: entryField({
    label: "By",
    placeholder: "item.price",
    help: "Worked out for each entry, item. Empty: the entry itself.",
  }),
  direction: field(z.enum(["ascending", "descending"]).default("ascending"), {
    label: "Direction",
    control: "select",
  }),
});

export const sortConfig = z.strictObject({
  list: listField,
  orders: field(z.array(orderSchema).min(1, "Say by what it is sorted").max(5), {
    label: "Order",
    help: "The first decides; the next ones where entries are equal. Nothing comes last, whatever the direction.",
  }),
  most: field(z.int().min(1).max(50_000).optional(), {
    label: "Keep the first",
    control: "number",
    help: "Empty keeps all.",
    advanced: true,
  }),
  output: outputField,
});

export const sortDefinition = defineNode({
  type: "sort",
  typeVersion: 1,
  ...sortFace,
  summary: "Puts the entries of a list in order, and may keep the first few.",
  synonyms: ["order by", "rank", "top", "largest", "smallest", "limit", "list"],
  config: sortConfig,
  initial: { list: "", orders: [{ by: "", direction: "ascending" }] },
  ports: () => [outPort],
  reads: ({ list, orders }) => [
    ...expressionReads("list", list),
    ...orders.flatMap(({ by }, index) => expressionReads(`orders.${index}.by`, by, entryNames)),
  ],
  writes: ({ output }) => writesTo("output", output, "array"),
  local: true,
  idempotent: () => true,
  describe: ({ list, orders, most }) =>
    `${most === undefined ? "" : `first ${most} of `}${list || "a list"} by ${orders.map(({ by }) => by || "itself").join(", ")}`,
  check: (config) => missing(config, { list: noList, output: noOutput }),
  sample: {
    config: {
      list: "offers",
      orders: [
        { by: "item.price", direction: "ascending" },
        { by: "item.name", direction: "descending" },
      ],
      most: 2,
      output: "best",
    },
    state: {
      offers: [
        { name: "a", price: 3 },
        { name: "b", price: 1 },
        { name: "c", price: 1 },
      ],
    },
  },
});
