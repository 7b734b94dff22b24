import { tool } from "@langchain/core/tools";
import { z } from "zod";
import type { ToolMake } from "../execute";
import { type ReadPageConfig, readPageDefinition } from "./definition";
import { readPage } from "./read-page";

const args = z.object({ url: z.string().max(2_000).describe("The whole address, with https://") });
const maxBytes = 2_000_000;

export const makeReadPage: ToolMake<ReadPageConfig> = (config, { http }, { signal }) =>
  tool(
    ({ url }) =>
      readPage(config, url, (request) =>
        http.send({ ...request, timeoutMs: config.timeoutMs, maxBytes, signal }),
      ),
    {
      name: readPageDefinition.name(config),
      description: readPageDefinition.description(config),
      schema: args,
    },
  );
