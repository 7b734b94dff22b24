import { tool } from "@langchain/core/tools";
import { visitDraw } from "@/workflows/recording/current-visit.server";
import type { ToolMake } from "../execute";
import { drawSchema } from "./args";
import { randomDefinition } from "./definition";
import { drawn } from "./drawn";

export const makeRandom: ToolMake<Record<string, never>> = (config) =>
  tool((draw) => visitDraw(draw, () => drawn(draw)), {
    name: randomDefinition.name(config),
    description: randomDefinition.description(config),
    schema: drawSchema,
  });
