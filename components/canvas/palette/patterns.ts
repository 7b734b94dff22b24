import { approval } from "@/workflows/templates/approval";
import { crew } from "@/workflows/templates/crew";
import { entryByEntry } from "@/workflows/templates/entry-by-entry";
import { evaluatorOptimiser } from "@/workflows/templates/evaluator-optimiser";
import { groupChat } from "@/workflows/templates/group-chat";
import { loop } from "@/workflows/templates/loop";
import { planAndExecute } from "@/workflows/templates/plan-and-execute";
import { reflect } from "@/workflows/templates/reflect";
import { research } from "@/workflows/templates/research";
import { supervisor } from "@/workflows/templates/supervisor";
import { swarm } from "@/workflows/templates/swarm";
import type { Pattern } from "./pattern";

/** What the palette offers beside single nodes. Loaded when it first opens. */
export const patterns: readonly Pattern[] = [
  { template: loop, synonyms: ["repeat", "while", "until", "retry", "counter"] },
  { template: reflect, synonyms: ["critique", "self-review", "revise", "improve"] },
  { template: evaluatorOptimiser, synonyms: ["score", "judge", "best of", "optimizer"] },
  { template: approval, synonyms: ["review", "human", "draft", "feedback"] },
  { template: supervisor, synonyms: ["team", "lead", "manager", "workers", "multi-agent", "handoff"] },
  { template: swarm, synonyms: ["peers", "handoff", "multi-agent", "transfer", "network"] },
  { template: crew, synonyms: ["roles", "team", "sequential", "multi-agent", "pipeline"] },
  { template: groupChat, synonyms: ["discussion", "debate", "round", "multi-agent", "speakers"] },
  { template: planAndExecute, synonyms: ["planner", "steps", "replan", "tasks"] },
  { template: research, synonyms: ["parallel", "fan-out", "join"] },
  { template: entryByEntry, synonyms: ["map", "each", "list", "batch"] },
];
