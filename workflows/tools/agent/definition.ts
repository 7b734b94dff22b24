import { z } from "zod";
import { field } from "@/workflows/nodes/field";
import { defineTool } from "../definition";
import { agentSlugSchema } from "./slug";

export const agentToolDefinition = defineTool({
  type: "agent",
  title: "Another agent",
  summary: "Asks another published agent of this workspace.",
  icon: "bot",
  synonyms: ["subagent", "delegate", "handoff", "specialist"],
  config: z.strictObject({
    slug: field(agentSlugSchema, {
      label: "Agent",
      help: "The short name in the agent's address.",
      placeholder: "order-help",
    }),
    purpose: field(z.string().min(1, "Say what it is good for").max(1_000), {
      label: "Purpose",
      control: "multiline",
      help: "Tells the model when to ask it.",
    }),
  }),
  initial: { slug: "", purpose: "" },
  name: (config) => `ask_${config.slug.replaceAll("-", "_")}`,
  description: (config) => config.purpose,
  needs: ({ slug }) => [{ kind: "agent", field: "slug", slug }],
  sample: {
    config: { slug: "order-help", purpose: "Knows everything about orders." },
    args: { message: "Where is order 42?" },
  },
});
