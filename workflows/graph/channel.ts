import { z } from "zod";
import { jsonSchema } from "./json";

/** JSON types a channel can hold; `messages` is a list of chat messages, `any` opts out of checking. */
export const channelTypes = ["string", "number", "boolean", "object", "array", "messages", "any"] as const;
export type ChannelType = (typeof channelTypes)[number];

/** How a channel combines its value with a write. Only `replace` refuses two writes in one step. */
export const reducers = ["replace", "append", "merge", "messages", "add", "union", "first", "max"] as const;
export type Reducer = (typeof reducers)[number];

export const channelNameSchema = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9_]{0,63}$/, "Start with a small letter; use letters, digits and _ only")
  // LangGraph keeps channels in plain objects, where these names are taken.
  .refine((name) => !(name in Object.prototype), {
    error: ({ input }) => `“${String(input)}” has a meaning in JavaScript; choose another name`,
  });

export const channelSchema = z.strictObject({
  type: z.enum(channelTypes),
  reducer: z.enum(reducers),
  default: jsonSchema.optional(),
  description: z.string().max(500).optional(),
});
export type Channel = z.infer<typeof channelSchema>;

/** The channel table of a document: never changed in place, so results can be kept per table. */
export type Channels = Readonly<Record<string, Channel>>;
