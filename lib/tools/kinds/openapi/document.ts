import { z } from "zod";

/** What is read of a description. Loose on purpose: descriptions of the world are rarely right in every detail. */
const text = z.string().catch("");
const unknownObject = z.record(z.string(), z.unknown());

/** Passed on as it is: schemas may go round in circles, which a copying parser would follow for ever. */
const schema = z.custom<object>((value) => typeof value === "object" && value !== null);

const contentSchema = z.record(z.string(), z.looseObject({ schema: schema.optional() }));

export const parameterSchema = z.looseObject({
  name: z.string(),
  in: z.enum(["path", "query", "header", "cookie"]),
  description: text,
  required: z.boolean().catch(false),
  style: z.string().optional(),
  explode: z.boolean().optional(),
  schema: schema.optional(),
  content: contentSchema.optional(),
});
export type Parameter = z.infer<typeof parameterSchema>;

export const bodySchema = z.looseObject({
  description: text,
  required: z.boolean().catch(false),
  content: contentSchema.catch({}),
});

export const operationSchema = z.looseObject({
  operationId: text,
  summary: text,
  description: text,
  deprecated: z.boolean().catch(false),
  tags: z.array(z.string()).catch([]),
  parameters: z.array(z.unknown()).catch([]),
  requestBody: z.unknown().optional(),
});
export type Operation = z.infer<typeof operationSchema>;

const serverSchema = z.looseObject({
  url: text,
  variables: z.record(z.string(), z.looseObject({ default: text })).catch({}),
});

export const documentSchema = z.object({
  info: z.looseObject({ title: text, version: text }).catch({ title: "", version: "" }),
  servers: z.array(serverSchema).catch([]),
  paths: z
    .record(
      z.string(),
      z.custom<Record<string, unknown>>((value) => unknownObject.safeParse(value).success),
    )
    .catch({}),
});
export type Document = z.infer<typeof documentSchema>;
