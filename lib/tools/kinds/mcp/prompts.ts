import type { Client, Prompt, RequestOptions } from "@modelcontextprotocol/client";
import type { Json, JsonObject } from "@/workflows/graph/json";
import type { Offer } from "../kind";
import { blockText } from "./answer-text";

const longestDescription = 1_000;

/** A prompt of a server as a tool: an agent that calls it gets the words that the server has for the case. */
export function promptOffer({ name, title, description, arguments: given = [] }: Prompt): Offer {
  const shown = title ?? name;
  return {
    key: `prompt:${name}`,
    name: `prompt_${name}`,
    group: "Prompts",
    title: shown.slice(0, 200),
    contract: {
      description: (description?.trim() || `Gives the prompt “${shown}”.`).slice(0, longestDescription),
      parameters: {
        type: "object",
        properties: Object.fromEntries(
          given.map((each) => [
            each.name,
            { type: "string", ...(each.description && { description: each.description.slice(0, 500) }) },
          ]),
        ),
        required: given.filter(({ required }) => required).map((each) => each.name),
      },
      effect: "read",
      plan: { prompt: name },
    },
  };
}

/** The messages of a prompt, each under the role that it is meant for. */
export async function promptText(
  client: Client,
  { name, args }: { name: string; args: JsonObject },
  options: RequestOptions,
): Promise<string> {
  const texts = Object.entries(args).map(([key, value]): [string, string] => [key, asText(value)]);
  const { messages } = await client.getPrompt({ name, arguments: Object.fromEntries(texts) }, options);
  return messages.map(({ role, content }) => `${role}: ${blockText(content)}`).join("\n\n");
}

const asText = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));
