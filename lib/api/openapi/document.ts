import type { z } from "zod";
import { runEventSchema } from "@/workflows/events/event";
import type { Endpoint } from "../contract/endpoint";
import { problemSchema } from "../contract/problem";
import { nameOf } from "../endpoint-names";
import { createSchemaWriter, type JsonSchema, type SchemaWriter } from "./schemas";

const description = `Everything the screens of Signalbox do, for programs.

Send an API key as \`Authorization: Bearer sb_…\`; an administrator makes keys under Settings. Refusals are
\`application/problem+json\` with a stable \`code\`, and ids of other workspaces answer like missing ones.
Streams are server-sent events: \`id:\` is the event's number, and \`Last-Event-ID\` resumes after it.`;

/** OpenAPI 3.1 document of these endpoints. */
export function openApiDocument(endpoints: readonly Endpoint[], version: string): JsonSchema {
  const writer = createSchemaWriter();
  const paths: Record<string, JsonSchema> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operation(endpoint, writer) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Signalbox", version, description },
    servers: [{ url: "/api/v1" }],
    tags: [...new Set(endpoints.map((endpoint) => endpoint.tag))].map((name) => ({ name })),
    paths,
    components: { schemas: writer.components, securitySchemes },
  };
}

const securitySchemes = {
  key: { type: "http", scheme: "bearer", description: "An API key" },
  session: { type: "apiKey", in: "cookie", name: "next-auth.session-token" },
};

function operation(endpoint: Endpoint, writer: SchemaWriter): JsonSchema {
  return {
    operationId: nameOf(endpoint),
    tags: [endpoint.tag],
    summary: endpoint.summary,
    description: accessText(endpoint),
    security: security(endpoint),
    parameters: [
      ...parameters("path", endpoint.params, writer),
      ...parameters("query", endpoint.query, writer),
      ...(endpoint.stream && endpoint.method === "get" ? [lastEventId] : []),
      ...(endpoint.once ? [idempotencyKey] : []),
    ],
    ...(endpoint.body && {
      requestBody: { required: true, content: json(writer.write(endpoint.body, "input")) },
    }),
    responses: responses(endpoint, writer),
  };
}

function accessText({ access }: Endpoint): string {
  if (access === "anyone") return "Open to anyone.";
  if (access === "signed-in") return "For signed-in members.";
  if (access === "chat") {
    return "For members and keys with `agent.chat`; for visitors, too, where the agent is public.";
  }
  return `Needs the permission \`${access}\`.`;
}

function security({ access }: Endpoint): JsonSchema[] {
  if (access === "anyone") return [];
  if (access === "signed-in") return [{ session: [] }];
  const known = [{ key: [] }, { session: [] }];
  return access === "chat" ? [...known, {}] : known;
}

const lastEventId = {
  name: "Last-Event-ID",
  in: "header",
  required: false,
  description: "Number of the last event that was received; wins over `after`.",
  schema: { type: "integer", minimum: 0 },
};

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "Any text of your own, new for every new request. Sent again with the same key and body, a request makes nothing twice: it is answered with the run that the first one made. Kept for a day at least.",
  schema: { type: "string", minLength: 1, maxLength: 255 },
};

function parameters(place: "path" | "query", schema: z.ZodObject | undefined, writer: SchemaWriter) {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => ({
    name,
    in: place,
    required: place === "path" || !schema?.shape[name].safeParse(undefined).success,
    schema: writer.write(field, "input"),
  }));
}

function responses(endpoint: Endpoint, writer: SchemaWriter): JsonSchema {
  const content = {
    ...(endpoint.response && json(writer.write(endpoint.response, "output"))),
    ...(endpoint.stream && { "text/event-stream": { schema: writer.write(runEventSchema, "output") } }),
  };
  const problem = { "application/problem+json": { schema: writer.write(problemSchema, "output") } };
  const hasBody = endpoint.response !== undefined || endpoint.stream === true;
  return {
    ...(hasBody ? { 200: { description: "Done", content } } : { 204: { description: "Done" } }),
    default: { description: "Refused", content: problem },
  };
}

const json = (schema: JsonSchema) => ({ "application/json": { schema } });
