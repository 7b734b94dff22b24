import type { z } from "zod";
import { expressionCode } from "@/workflows/code/write/expression";
import { block } from "@/workflows/code/write/indent";
import { key } from "@/workflows/code/write/literal";
import type { WriteNode } from "@/workflows/code/write/scope";
import type { setStateConfig } from "./definition";

export const writeSetState: WriteNode<z.output<typeof setStateConfig>> = (config, scope) => {
  const entries = config.assignments.map(
    ({ channel, value }) => `${key(channel)}: ${expressionCode(value, scope)}`,
  );
  const update = entries.length === 1 ? `{ ${entries[0]} }` : block("{", entries, "}");
  return [`const update = ${update};`, "return { update };"];
};
