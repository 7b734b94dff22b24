import type { Node } from "@/workflows/graph/node";
import { docComment } from "./comment";
import { importLines } from "./imports";
import { indent } from "./indent";
import type { WrittenNode } from "./scope";

/** `src/nodes/<id>.ts`: one function, named after the node. */
export function nodeFile(fn: string, node: Node, summary: string, written: WrittenNode): string {
  const body = written.body.join("\n");
  const imports = new Map(
    [...written.imports].map(([module, names]) => [module.replace(/^\.\//, "../"), names] as const),
  );
  imports.set("../lib/step", new Set(["type NodeResult", ...parameterTypes(body)]));
  const about = `${node.title}. ${summary}${node.note ? `\n\n${node.note}` : ""}`;
  return [
    ...importLines(imports),
    "",
    docComment(about),
    `export async function ${fn}(${parameters(body)}): Promise<NodeResult> {`,
    indent(body),
    "}",
    "",
  ].join("\n");
}

const usesState = (body: string) => /\bstate\b/.test(body);
const usesConfig = (body: string) => /\bconfig\b/.test(body);

function parameters(body: string): string {
  if (usesConfig(body)) return `${usesState(body) ? "state" : "_state"}: State, config: NodeConfig`;
  return usesState(body) ? "state: State" : "";
}

function parameterTypes(body: string): string[] {
  return [
    ...(usesConfig(body) ? ["type NodeConfig"] : []),
    ...(usesState(body) || usesConfig(body) ? ["type State"] : []),
  ];
}
