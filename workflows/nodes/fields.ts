import { z } from "zod";
import { channelNameSchema } from "@/workflows/graph/channel";
import { type FieldHints, field } from "./field";
import { reservedPorts } from "./ports";

/** Config fields that several node types share, so that they look and read alike everywhere. */

export function optionalChannelField(hints: FieldHints) {
  return field(channelNameSchema.optional(), { control: "channel", ...hints });
}

export function channelsField(hints: FieldHints) {
  return field(z.array(channelNameSchema).max(50).default([]), { control: "channels", ...hints });
}

export function templateField(hints: FieldHints) {
  return field(z.string().max(100_000).default(""), { control: "template", ...hints });
}

/** Names a port that a person defines in the config. Stays the same when its label changes. */
export const portIdSchema = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9_-]{0,31}$/, "Start with a small letter; use letters, digits, - and _ only")
  .refine((id) => !reservedPorts.includes(id), "This name belongs to a built-in port");

export function uniqueBy<Item>(key: (item: Item) => string, message: string) {
  return [(items: Item[]) => new Set(items.map(key)).size === items.length, message] as const;
}

export const modelField = field(z.string().min(1, "Choose a model").max(200), {
  label: "Model",
  control: "model",
  help: "offline/offline needs no key. It follows fixed rules and is not an AI.",
});

export const temperatureField = field(z.number().min(0).max(2).optional(), {
  label: "Temperature",
  control: "number",
  help: "0 is steady, higher is more varied. Empty uses the model's own setting.",
  advanced: true,
});

export const maxTokensField = field(z.int().min(1).max(1_000_000).optional(), {
  label: "Longest answer (tokens)",
  control: "number",
  advanced: true,
});
