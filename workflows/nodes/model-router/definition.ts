import { z } from "zod";
import { defineNode } from "../define-node";
import { field } from "../field";
import { optionalChannelField, portIdSchema, uniqueBy } from "../fields";
import { judgeFields, judgeIssues, judgeReads } from "../judge-fields";
import { modelNeeds } from "../model-fields";
import type { Port } from "../port";
import { branchPorts } from "../ports";
import { modelRouterFace } from "./face";
import { noRoute } from "./question";

const routeSchema = z.strictObject({
  id: portIdSchema,
  label: field(
    z
      .string()
      .min(1, "Give the route a name")
      .max(60)
      .refine((label) => label.toLowerCase() !== noRoute, `The model says “${noRoute}” where no route fits`),
    { label: "Name", control: "text" },
  ),
  description: field(z.string().min(1, "Say when it is taken").max(2_000), {
    label: "When",
    control: "multiline",
    placeholder: "The customer wants money back.",
  }),
});

export const modelRouterConfig = z.strictObject({
  ...judgeFields,
  routes: field(
    z
      .array(routeSchema)
      .min(1, "Add at least one route")
      .max(30)
      .refine(...uniqueBy((entry: { id: string }) => entry.id, "Two routes have the same id"))
      .refine(...uniqueBy((entry: { label: string }) => entry.label, "Two routes have the same name")),
    { label: "Routes", help: "One port each. The model sees their names and when they are taken." },
  ),
  threshold: field(z.number().min(0).max(1).default(0.5), {
    label: "Least confidence",
    control: "number",
    help: "From 0 to 1. Where the model is less sure, the run leaves by “No fit”.",
  }),
  output: optionalChannelField({
    label: "Write the verdict to",
    help: "As {route, confidence, reason}.",
  }),
});
export type ModelRouterConfig = z.output<typeof modelRouterConfig>;

export const noFitPort: Port = { name: "else", label: "No fit", meaning: "branch" };

export const modelRouterDefinition = defineNode({
  type: "model-router",
  typeVersion: 1,
  ...modelRouterFace,
  summary: "Lets a model choose the way by its description, if it is sure enough.",
  synonyms: ["semantic router", "intent", "route by meaning", "triage", "dispatch", "llm router"],
  config: modelRouterConfig,
  initial: {
    model: "offline/offline",
    text: "",
    routes: [
      { id: "option1", label: "Option 1", description: "" },
      { id: "option2", label: "Option 2", description: "" },
    ],
  },
  ports: ({ routes }) => [...branchPorts(routes), noFitPort],
  reads: judgeReads,
  needs: (config) => modelNeeds(config, ["json"]),
  writes: ({ output, routes }) =>
    output
      ? [{ channel: output, field: "output", type: "object" as const, schema: verdictSchema(routes) }]
      : [],
  idempotent: () => true,
  describe: ({ routes }) => routes.map(({ label }) => label).join(", "),
  check: judgeIssues,
  sample: {
    config: {
      model: "offline/offline",
      fallbacks: [],
      text: "{{ mail }}",
      instructions: "",
      routes: [
        { id: "refund", label: "Refund", description: "The customer wants money back." },
        { id: "delivery", label: "Delivery", description: "The customer asks where a parcel is." },
      ],
      threshold: 0.5,
      output: "verdict",
    },
    state: { mail: "Where is my parcel?" },
  },
});

function verdictSchema(routes: readonly { label: string }[]) {
  return {
    type: "object",
    properties: {
      route: { enum: [...routes.map(({ label }) => label), null] },
      confidence: { type: "number" },
      reason: { type: "string" },
    },
    additionalProperties: false,
  };
}
