import { z } from "zod";
import { runEventSchema } from "@/workflows/events/event";
import { plainMessageSchema } from "@/workflows/events/message";
import { graphDocumentSchema } from "@/workflows/graph/document";
import { jsonSchema } from "@/workflows/graph/json";
import { operationSchema } from "@/workflows/graph/operation";
import { agentsApi, runsApi } from "../contract";
import { problemSchema } from "../contract/problem";

/** Schemas that stand once under `components` and are referred to by name. */
const named = z.registry<{ id: string }>();
named.add(jsonSchema, { id: "Json" });
named.add(graphDocumentSchema, { id: "GraphDocument" });
named.add(operationSchema, { id: "Operation" });
named.add(plainMessageSchema, { id: "Message" });
named.add(agentsApi.agentSchema, { id: "Agent" });
named.add(agentsApi.versionSchema, { id: "Version" });
named.add(runsApi.runSchema, { id: "Run" });
named.add(runsApi.interruptSchema, { id: "Interrupt" });
named.add(runEventSchema, { id: "RunEvent" });
named.add(problemSchema, { id: "Problem" });

export type JsonSchema = Record<string, unknown>;

export interface SchemaWriter {
  /** A schema as OpenAPI 3.1 reads it, its named parts moved to `components`. */
  write(schema: z.ZodType, direction: "input" | "output"): JsonSchema;
  components: Record<string, JsonSchema>;
}

/**
 * zod writes the JSON Schema itself: OpenAPI 3.1 takes draft 2020-12 as it is. What a caller sends and what it
 * gets differ where defaults are filled in, so named parts of requests are called `…Input`.
 */
export function createSchemaWriter(): SchemaWriter {
  const components: Record<string, JsonSchema> = {};
  return {
    components,
    write(schema, direction) {
      const written = z.toJSONSchema(schema, { metadata: named, io: direction, unrepresentable: "any" });
      const {
        $defs = {},
        $schema: _,
        ...own
      } = renameReferences(written, direction === "input" ? "Input" : "");
      for (const [name, part] of Object.entries($defs)) components[nameIn(direction, name)] = part;
      return own;
    },
  };
}

const nameIn = (direction: "input" | "output", name: string) =>
  direction === "input" ? `${name}Input` : name;

interface Written extends JsonSchema {
  $schema?: string;
  $defs?: Record<string, JsonSchema>;
}

function renameReferences(written: JsonSchema, suffix: string): Written {
  const text = JSON.stringify(written);
  return JSON.parse(text.replace(/"#\/\$defs\/(\w+)"/g, `"#/components/schemas/$1${suffix}"`));
}
