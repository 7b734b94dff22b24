import { z } from "zod";
import { field } from "@/workflows/nodes/field";

/** A named template: one header or one part of the query. */
export const pairSchema = z.strictObject({
  name: field(z.string().min(1, "Give it a name").max(200), { label: "Name", control: "text" }),
  value: field(z.string().max(10_000).default(""), {
    label: "Value",
    control: "template",
    names: ["secrets"],
  }),
});
/** The same where values come from a model's arguments instead of channels. */
export const argumentPairSchema = z.strictObject({
  name: pairSchema.shape.name,
  value: field(z.string().max(10_000).default(""), {
    label: "Value",
    control: "argument-template",
    names: ["secrets"],
  }),
});

export type Pair = z.infer<typeof pairSchema>;
