import type { Client, RequestOptions } from "@modelcontextprotocol/client";
import { AppError } from "@/workflows/errors/app-error";
import type { JsonObject } from "@/workflows/graph/json";
import type { Offer } from "../kind";

/** More than a model can make something of. */
const longest = 200_000;
const mostListed = 500;

/**
 * The resources of a server as two tools. What there is changes from day to day, so no list of them stands in what a
 * person approves: an agent asks for it.
 */
export const resourceOffers: Offer[] = [
  offer(
    "list",
    "list_resources",
    "Lists what can be read here: URI, name and description of each resource.",
    {
      type: "object",
      properties: {},
    },
  ),
  offer("read", "read_resource", "Reads a resource by its URI.", {
    type: "object",
    properties: { uri: { type: "string", description: "As list_resources gives it" } },
    required: ["uri"],
  }),
];

function offer(what: "list" | "read", name: string, description: string, parameters: JsonObject): Offer {
  return {
    key: `resources:${what}`,
    name,
    group: "Resources",
    title: what === "list" ? "List resources" : "Read a resource",
    contract: { description, parameters, effect: "read", plan: { resources: what } },
  };
}

export async function listResources(client: Client, options: RequestOptions): Promise<string> {
  const { resources } = await client.listResources(undefined, options);
  const listed = resources.slice(0, mostListed).map(({ uri, name, title, description, mimeType }) => ({
    uri,
    name: title ?? name,
    ...(description && { description }),
    ...(mimeType && { mimeType }),
  }));
  return JSON.stringify(listed);
}

/** @throws AppError tool_failed without a URI */
export async function readResource(
  client: Client,
  { uri }: JsonObject,
  options: RequestOptions,
): Promise<string> {
  if (typeof uri !== "string" || !uri) throw new AppError("tool_failed", "Name the resource by its URI.");
  const { contents } = await client.readResource({ uri }, options);
  const text = contents
    .map((part) => ("text" in part ? part.text : `[file, ${part.mimeType ?? "unknown type"}, ${part.uri}]`))
    .join("\n\n");
  return text.slice(0, longest) || "The resource is empty.";
}
