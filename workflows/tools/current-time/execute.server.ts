import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { visitNow } from "@/workflows/recording/current-visit.server";
import type { ToolMake } from "../execute";
import { currentTimeDefinition } from "./definition";
import { timeIn } from "./time-in";

const args = z.object({ timezone: z.string().optional().describe("IANA name such as Europe/Berlin") });

export const makeCurrentTime: ToolMake<{ timezone: string }> = (config) =>
  tool(({ timezone }) => timeIn(timezone?.trim() || config.timezone, visitNow()), {
    name: currentTimeDefinition.name(config),
    description: currentTimeDefinition.description(config),
    schema: args,
  });
