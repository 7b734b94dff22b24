import { z } from "zod";
import {
  entryField,
  entryNames,
  expressionField,
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
import { transformFace } from "./face";

const ofList = { field: "mode", in: ["list"] };

export const transformConfig = z.strictObject({
  mode: field(z.enum(["value", "list"]).default("value"), {
    label: "Build",
    control: "select",
    help: "value: one value out of the state. list: a value for each entry of a list.",
  }),
  value: expressionField({
    label: "Value",
    placeholder: '{"name": customer.name, "total": order.price * order.quantity}',
    help: "An expression; objects and lists are written as in JSON.",
    showWhen: { field: "mode", in: ["value"] },
  }),
  list: field(listField, {
    label: "List",
    control: "expression",
    expects: "array",
    placeholder: "orders",
    showWhen: ofList,
  }),
  each: entryField({
    label: "Value for each entry",
    placeholder: '{"id": item.id, "place": index + 1}',
    help: "It sees the entry as item and its place, from 0, as index.",
    showWhen: ofList,
  }),
  output: outputField,
});

export const transformDefinition = defineNode({
  type: "transform",
  typeVersion: 1,
  ...transformFace,
  summary: "Builds a new value out of others, once or for each entry of a list.",
  synonyms: ["json", "reshape", "convert", "object", "pick", "rename", "each", "fields"],
  config: transformConfig,
  initial: { mode: "value", value: "" },
  ports: () => [outPort],
  reads: ({ mode, value, list, each }) =>
    mode === "value"
      ? expressionReads("value", value)
      : [...expressionReads("list", list), ...expressionReads("each", each, entryNames)],
  writes: ({ mode, output }) => writesTo("output", output, mode === "list" ? "array" : undefined),
  local: true,
  idempotent: () => true,
  describe: ({ mode, value, list, each }) =>
    (mode === "value" ? value : `each of ${list || "a list"}: ${each}`) || "a new value",
  check: (config) =>
    missing(
      config,
      config.mode === "value"
        ? { value: "Write the value to build.", output: noOutput }
        : { list: noList, each: "Write the value for an entry.", output: noOutput },
    ),
  sample: {
    config: {
      mode: "list",
      value: "",
      list: "orders",
      each: '{"place": index + 1, "total": item.price * item.quantity}',
      output: "lines",
    },
    state: { orders: [{ price: 2.5, quantity: 4 }] },
  },
});
