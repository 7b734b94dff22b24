import type { z } from "zod";
import { conditionCode } from "@/workflows/code/write/expression";
import { quoted } from "@/workflows/code/write/literal";
import type { WriteNode } from "@/workflows/code/write/scope";
import { type branchConfig, elsePort } from "./definition";

export const writeBranch: WriteNode<z.output<typeof branchConfig>> = (config, scope) => [
  ...config.conditions.map(
    ({ id, when }) => `if (${conditionCode(when, scope)}) return { port: ${quoted(id)} };`,
  ),
  `return { port: ${quoted(elsePort.name)} };`,
];
