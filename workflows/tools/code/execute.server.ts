import { tool } from "@langchain/core/tools";
import { textOf } from "@/workflows/expressions/text";
import { jsonSchema } from "@/workflows/graph/json";
import type { ToolMake } from "../execute";
import { type CodeToolConfig, codeToolDefinition } from "./definition";

export const makeCodeTool: ToolMake<CodeToolConfig> = (config, services, context) =>
  tool(
    async (args: unknown) => {
      const { value, logs } = await services.code.run({
        // On the first line, so that the line numbers of errors stay the author's.
        code: `const args = state; ${config.code}`,
        input: jsonSchema.parse(args),
        timeoutMs: config.timeoutMs,
        memoryMb: config.memoryMb,
        ...(config.network ? { http: services.http } : {}),
        signal: context.signal,
      });
      for (const line of logs) context.log(line.level === "log" ? "info" : line.level, line.message);
      return textOf(value);
    },
    {
      name: codeToolDefinition.name(config),
      description: codeToolDefinition.description(config),
      schema: config.parameters,
    },
  );
