import { z } from "zod";
import { defineTool } from "../definition";

export const randomDefinition = defineTool({
  type: "random",
  title: "Random",
  summary: "Draws numbers, choices and ids by lot, which models can't.",
  icon: "dices",
  synonyms: ["dice", "lottery", "uuid", "pick", "shuffle", "chance"],
  config: z.strictObject({}),
  initial: {},
  name: () => "random",
  description: () =>
    "Draws by lot: whole numbers or decimals between two bounds, some of a list of choices, or UUIDs. One a line.",
  repeatable: () => true,
  sample: { config: {}, args: { kind: "integer", min: 1, max: 6, count: 2 } },
});
