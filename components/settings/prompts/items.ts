import type { CallOutput } from "@/lib/api/contract/endpoint";
import type { getPrompt } from "@/lib/api/contract/prompts";

export type Prompt = CallOutput<typeof getPrompt>;
