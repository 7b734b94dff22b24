import { z } from "zod";
import { schemaProblem } from "@/workflows/data/schema/schema-problem";
import { jsonObjectSchema } from "@/workflows/graph/json";
import { expressionField, missing, writesTo } from "../data-fields";
import { defineNode } from "../define-node";
import { field } from "../field";
import { optionalChannelField } from "../fields";
import { configIssue } from "../issues";
import type { Port } from "../port";
import { expressionReads } from "../reads";
import { validateFace } from "./face";

export const validateConfig = z.strictObject({
  value: expressionField({ label: "Value", placeholder: "order" }),
  schema: field(jsonObjectSchema.optional(), {
    label: "JSON schema",
    control: "json-schema",
    help: "The shape that the value must have.",
  }),
  errors: optionalChannelField({
    label: "Write what is wrong to",
    help: "A list of path and message; empty where the value is valid.",
  }),
});

export const validPort: Port = { name: "valid", label: "Valid", meaning: "branch" };
export const invalidPort: Port = { name: "invalid", label: "Invalid", meaning: "branch" };

export const validateDefinition = defineNode({
  type: "validate",
  typeVersion: 1,
  ...validateFace,
  summary: "Checks a value against a JSON schema and goes on by the result.",
  synonyms: ["schema", "check", "verify", "contract", "json schema", "guard"],
  config: validateConfig,
  initial: { value: "", schema: { type: "object", properties: {}, required: [] } },
  ports: () => [validPort, invalidPort],
  reads: ({ value }) => expressionReads("value", value),
  writes: ({ errors }) => writesTo("errors", errors, "array"),
  local: true,
  idempotent: () => true,
  describe: ({ value, schema }) => {
    const names = Object.keys(schema?.properties ?? {});
    return `${value || "a value"}${names.length > 0 ? ` with ${names.join(", ")}` : ""}`;
  },
  check: (config) => {
    const problem = config.schema && schemaProblem(config.schema);
    return [
      ...missing(config, { value: "Say which value is checked.", schema: "Say the shape as a JSON schema." }),
      ...(problem ? [configIssue("schema", problem)] : []),
    ];
  },
  sample: {
    config: {
      value: "order",
      schema: {
        type: "object",
        properties: {
          id: { type: "string", pattern: "^[A-Z]-\\d+$" },
          quantity: { type: "integer", minimum: 1 },
        },
        required: ["id", "quantity"],
      },
      errors: "problems",
    },
    state: { order: { id: "A-42", quantity: 0 } },
  },
});
