import type { Tool } from "@modelcontextprotocol/client";
import type { Effect } from "@/lib/api/contract/tools";
import type { JsonObject } from "@/workflows/graph/json";
import { dereferenced } from "../../schema/dereferenced";
import { plainSchema } from "../../schema/plain-schema";
import type { Offer } from "../kind";

/** As much as every provider takes. */
const longestDescription = 1_000;

/** A tool of an MCP server. What it says of its effect is a claim that a person approves with the rest. */
export async function offerOf(tool: Tool): Promise<Offer> {
  const { name, description = "", annotations } = tool;
  const title = tool.title ?? annotations?.title ?? name;
  return {
    key: name,
    name,
    group: "",
    title: title.slice(0, 200),
    contract: {
      description: (description.trim() || title).slice(0, longestDescription),
      parameters: await parametersOf(tool.inputSchema),
      effect: effectOf(annotations),
      plan: { tool: name },
    },
  };
}

async function parametersOf(schema: object): Promise<JsonObject> {
  const plain = plainSchema(await dereferenced(structuredClone(schema)));
  return { ...plain, type: "object", properties: plain.properties ?? {} };
}

function effectOf(annotations: Tool["annotations"]): Effect {
  if (annotations?.readOnlyHint) return "read";
  return annotations?.idempotentHint ? "repeatable" : "act";
}
