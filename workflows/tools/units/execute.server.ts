import { tool } from "@langchain/core/tools";
import { z } from "zod";
import type { ToolMake } from "../execute";
import { converted } from "./converted";
import { unitsDefinition } from "./definition";

const args = z.object({
  value: z.number(),
  from: z.string().max(60).describe("Unit of the value, such as km or °F"),
  to: z.string().max(60).describe("Unit that is wanted, such as miles or °C"),
});

export const makeUnits: ToolMake<Record<string, never>> = (config) =>
  tool(({ value, from, to }) => converted(value, from, to), {
    name: unitsDefinition.name(config),
    description: unitsDefinition.description(config),
    schema: args,
  });
