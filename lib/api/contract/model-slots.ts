import { z } from "zod";
import { slotNameSchema } from "@/workflows/graph/model-slot";
import { slotRuleSchema } from "@/workflows/routing/registry";
import { endpoint, time } from "./endpoint";

const tag = "Models";
const path = "/models/slots";

export const slotModelSchema = z.strictObject({
  /** `<connectionId>/<model>` or `offline/offline`. */
  reference: z.string().min(3, "Choose a model").max(300),
  /** Where any has one, the model that is asked first is drawn by lot among those that do. */
  weight: z.int().min(1, "A whole number from 1 on").max(1_000).optional(),
});
const slotBody = z.strictObject({
  name: slotNameSchema,
  description: z.string().trim().max(200).default(""),
  models: z
    .array(slotModelSchema)
    .min(1, "Name at least one model")
    .max(10)
    .refine(
      (models) => new Set(models.map(({ reference }) => reference)).size === models.length,
      "A model may be named once",
    ),
  /** In the order in which they apply; weights draw among what they leave. */
  rules: z
    .array(slotRuleSchema)
    .max(10)
    .refine(
      (rules) => new Set(rules.map(({ kind }) => kind)).size === rules.length,
      "Each kind of rule may stand once",
    )
    .default([]),
});
export const slotSchema = slotBody.extend({ updatedAt: time });

export const listSlots = endpoint({
  method: "get",
  path,
  access: "model.read",
  tag,
  summary: "Names that graphs use for models, and the models they stand for",
  response: z.object({ items: z.array(slotSchema) }),
});
export const putSlot = endpoint({
  method: "put",
  path,
  access: "model.manage",
  tag,
  summary: "Say which models a name stands for",
  body: slotBody,
  response: slotSchema,
});
export const deleteSlot = endpoint({
  method: "delete",
  path,
  access: "model.manage",
  tag,
  summary: "Remove a name for models; graphs that use it say so",
  query: z.strictObject({ name: slotNameSchema }),
});
