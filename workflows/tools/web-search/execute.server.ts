import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { AppError, isAppError } from "@/workflows/errors/app-error";
import { redact } from "@/workflows/http/secrets.server";
import type { ToolMake } from "../execute";
import { type WebSearchConfig, webSearchDefinition } from "./definition";
import { searchWeb } from "./search";

const args = z.object({ query: z.string().min(1).max(400).describe("What to search for, in a few words") });
const maxBytes = 1_000_000;

export const makeWebSearch: ToolMake<WebSearchConfig> = (config, { http, secrets }, { signal }) =>
  tool(
    async ({ query }) => {
      const key = config.secret ? await secrets.reveal(config.secret) : undefined;
      const { timeoutMs } = config;
      try {
        return await searchWeb(config, query, key, (request) =>
          http.send({ ...request, timeoutMs, maxBytes, signal }),
        );
      } catch (error) {
        if (!isAppError(error) || !key) throw error;
        throw new AppError(error.code, redact(error.message, { key }), error.details);
      }
    },
    {
      name: webSearchDefinition.name(config),
      description: webSearchDefinition.description(config),
      schema: args,
    },
  );
