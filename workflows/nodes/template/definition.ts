import { z } from "zod";
import { missing, noOutput, outputField, writesTo } from "../data-fields";
import { defineNode } from "../define-node";
import { field } from "../field";
import { templateField } from "../fields";
import { outPort } from "../ports";
import { templateReads } from "../reads";
import { templateFace } from "./face";

export const templateConfig = z.strictObject({
  text: templateField({
    label: "Text",
    placeholder: "Dear {{ customer.name }},\nyour order {{ order.id }} is on its way.",
    help: "What stands between double braces is replaced by its value: nothing by nothing, objects by JSON.",
  }),
  output: outputField,
  trim: field(z.boolean().default(false), {
    label: "Without space around",
    control: "toggle",
    help: "Cuts spaces and empty lines off both ends.",
    advanced: true,
  }),
});

export const templateDefinition = defineNode({
  type: "template",
  typeVersion: 1,
  ...templateFace,
  summary: "Fills values into a text and writes it to a channel.",
  synonyms: ["text", "string", "format", "message", "letter", "prompt", "placeholder", "mail"],
  config: templateConfig,
  initial: { text: "" },
  ports: () => [outPort],
  reads: ({ text }) => templateReads("text", text),
  writes: ({ output }) => writesTo("output", output, "string"),
  local: true,
  idempotent: () => true,
  describe: ({ text }) => text.trim().split("\n")[0] || "a text",
  check: (config) => missing(config, { text: "Write the text.", output: noOutput }),
  sample: {
    config: { text: "Dear {{ name }},\nwelcome.\n", output: "letter", trim: true },
    state: { name: "Ada" },
  },
});
