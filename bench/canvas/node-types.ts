import { Script } from "node:vm";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { nodeTypes } from "@/workflows/nodes/registry";

/** Types that the editor is to carry. */
export const manyTypes = 60;

/** What node types weigh in a page. */
export interface TypesWeight {
  /** Types that there are. */
  types: number;
  /** kB after gzip that one more type adds before the graph is drawn: its face; the mean of half of them. */
  each: number;
  /** The same for its definition, which comes after it. */
  later: number;
  /** ms to define `manyTypes` types, as a page does while it loads. */
  defining: number;
}

/**
 * The definitions of all node types as one script for a page, beside those of every other type: what the rest adds
 * is what types add, since all share the same parts.
 */
export async function weighTypes(): Promise<TypesWeight> {
  const all = await scriptOf(nodeTypes, "definition");
  return {
    types: nodeTypes.length,
    each: await oneMore("face"),
    later: await oneMore("definition"),
    defining: definingTime(all),
  };
}

type Part = "face" | "definition";

async function oneMore(part: Part): Promise<number> {
  const half = nodeTypes.filter((_, index) => index % 2 === 0);
  const [all, some] = [await scriptOf(nodeTypes, part), await scriptOf(half, part)];
  return (sizeOf(all) - sizeOf(some)) / (nodeTypes.length - half.length);
}

const sizeOf = (script: string) => gzipSync(script).length / 1_000;

/** Its definitions are a global of their own, so that nothing is left out. */
async function scriptOf(types: readonly string[], part: Part): Promise<string> {
  const lines = types.map((type) => `export * as ${type.replaceAll("-", "_")} from "./${type}/${part}";`);
  const { outputFiles } = await build({
    stdin: { contents: lines.join("\n"), resolveDir: "workflows/nodes", loader: "ts" },
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    globalName: "defined",
    target: "es2022",
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

/** As many types as are wanted come from evaluating the script that often, in part for the last time. */
function definingTime(script: string): number {
  const define = new Script(script);
  const times = Array.from({ length: 10 }, () => {
    const start = performance.now();
    define.runInThisContext();
    return performance.now() - start;
  });
  const fastest = Math.min(...times);
  return (fastest * manyTypes) / nodeTypes.length;
}
