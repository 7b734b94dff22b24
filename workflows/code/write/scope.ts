import type { Channels } from "@/workflows/graph/channel";
import type { Files } from "../files";
import { intoFolder } from "./into-folder";
import { type ModelKind, modelUse } from "./model-use";

/** What could not be carried over, or behaves otherwise than in the product; of one node or of the whole graph. */
export interface CodeNote {
  nodeId?: string;
  message: string;
}

/** What the writer of a node or a tool may know and ask for. Modules of the project are named from `src/`. */
export interface NodeScope {
  id: string;
  title: string;
  channels: Channels;
  /** Imports names into the node's file, from a package or as in `./lib/step`. */
  use(module: string, ...names: string[]): void;
  /** The code that gives a model, e.g. `chatModel("offline/offline")`. */
  model(reference: string, kind?: ModelKind): void;
  /** Names a variable that `.env.example` explains. */
  env(name: string, purpose: string): void;
  /** Puts a file beside the node's own; gives what to import it as. */
  addFile(suffix: string, text: string): string;
  note(message: string): void;
  /** Writes the graph inside the node; gives what to import it as and what to import its state as. */
  inside(): { graph: string; state: string };
}

/** A node type's function in an exported project: the lines of its body, in which `state` and `config` are known. */
export type WriteNode<Config> = (config: Config, scope: NodeScope) => string[];

/** A tool as an expression that gives a LangChain tool, possibly over several lines. */
export type WriteTool<Config> = (config: Config, scope: NodeScope) => string;

/** What writing a node left behind. */
export interface WrittenNode {
  body: string[];
  imports: Map<string, Set<string>>;
  /** Each by `modelUse`. */
  models: Set<string>;
  env: Map<string, string>;
  files: Files;
  notes: CodeNote[];
}

interface Place {
  id: string;
  title: string;
  channels: Channels;
  /** The node's file without its ending. */
  file: string;
  /** Writes the graph inside it as if it were a project of its own. */
  writeInside?: () => WrittenGraph;
}

/** A graph's sources, its own `src/graph.ts` and `src/state.ts` among them, and what they need elsewhere. */
export type WrittenGraph = Omit<WrittenNode, "body" | "imports">;

/** Runs a writer and keeps what it asked for. */
export function writeIn(place: Place, write: (scope: NodeScope) => string[]): WrittenNode {
  const imports = new Map<string, Set<string>>();
  const models = new Set<string>();
  const env = new Map<string, string>();
  const files: Record<string, string> = {};
  const notes: CodeNote[] = [];
  const folder = `nodes/${place.file}`;
  const body = write({
    ...place,
    use: (module, ...names) => {
      imports.set(module, new Set([...(imports.get(module) ?? []), ...names]));
    },
    model: (reference, kind = "chat") => models.add(modelUse(kind, reference)),
    env: (name, purpose) => env.set(name, purpose),
    addFile: (suffix, text) => {
      files[`src/nodes/${place.file}.${suffix}`] = text;
      return `./nodes/${place.file}.${suffix}`;
    },
    note: (message) => notes.push({ nodeId: place.id, message }),
    inside: () => {
      if (!place.writeInside) throw new Error(`There is no graph inside “${place.id}”.`);
      const inner = place.writeInside();
      Object.assign(files, intoFolder(inner.files, folder));
      for (const use of inner.models) models.add(use);
      for (const [name, purpose] of inner.env) env.set(name, purpose);
      notes.push(...inner.notes.map(({ message }) => ({ nodeId: place.id, message })));
      return { graph: `./${folder}/graph`, state: `./${folder}/state` };
    },
  });
  return { body, imports, models, env, files, notes };
}
