import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { refuseBadStatus } from "@/workflows/http/read-answer";
import { sendRequest } from "@/workflows/http/send.server";
import type { ToolMake, ToolRuntime } from "../execute";
import { type HttpRequestConfig, httpRequestDefinition } from "./definition";

/** The model gives arguments, never an address: the pattern and its host are the author's. */
export const makeHttpRequest: ToolMake<HttpRequestConfig> = (config, services, context) =>
  tool(
    async (args: Record<string, unknown>, runtime: ToolRuntime) => {
      const body = { text: JSON.stringify(args), type: "application/json" };
      const { name: _name, ...request } = config;
      const template = {
        ...request,
        query: [],
        body: config.body === "arguments" ? body : undefined,
        callKey: context.callKey(runtime.toolCall?.id ?? encodeURIComponent(JSON.stringify(args))),
      };
      const given = Object.fromEntries(config.parameters.map(({ name }) => [name, args[name] ?? null]));
      const answer = await sendRequest(template, given, services, context.signal, runtime);
      refuseBadStatus(answer);
      return answer.body;
    },
    {
      name: httpRequestDefinition.name(config),
      description: httpRequestDefinition.description(config),
      schema: argsSchema(config),
    },
  );

const types = { string: () => z.string(), number: () => z.number(), boolean: () => z.boolean() };

function argsSchema(config: HttpRequestConfig): z.ZodObject {
  const shape = config.parameters.map(({ name, type, description, required }) => {
    const schema = types[type]().describe(description);
    return [name, required ? schema : schema.optional()] as const;
  });
  return z.object(Object.fromEntries(shape));
}
