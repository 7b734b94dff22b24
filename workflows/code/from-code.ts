import type { GraphDocument } from "@/workflows/graph/document";
import { parseDocument } from "@/workflows/graph/parse-document";
import { own } from "@/workflows/graph/record";
import { fail, ok, type Result } from "@/workflows/graph/result";
import type { Files } from "./files";
import {
  documentHash,
  documentPath,
  type Manifest,
  manifestPath,
  manifestSchema,
  textHash,
} from "./manifest";
import type { CodeNote } from "./write/scope";

export interface ReadCode {
  document: GraphDocument;
  /** What was edited since the export and is not carried over, node by node. */
  notes: CodeNote[];
}

/**
 * The document of an exported project, wherever in these files the project's folder stands. Code is never read back:
 * where it was edited, a note says so.
 */
export function fromCode(files: Files): Result<ReadCode, string> {
  const folder = projectFolder(files);
  if (folder === undefined) {
    return fail(`This is no project exported from here: it has no ${manifestPath}.`);
  }
  const manifest = manifestSchema.safeParse(parsedJson(own(files, folder + manifestPath)));
  if (!manifest.success) return fail(`${manifestPath} is not as it was exported. Export the graph again.`);
  const text = own(files, folder + documentPath);
  if (text === undefined) return fail(`The project has no ${documentPath}, which holds the graph.`);
  const document = parseDocument(parsedJson(text));
  if (!document.ok) {
    const [first] = document.problem;
    return fail(`${documentPath} holds no graph. ${first?.message ?? ""}`.trim());
  }
  return ok({ document: document.value, notes: notesOf(manifest.data, document.value, files, folder) });
}

/** The folder with a manifest that is nearest to the top, with its `/`. */
function projectFolder(files: Files): string | undefined {
  return Object.keys(files)
    .filter((path) => path === manifestPath || path.endsWith(`/${manifestPath}`))
    .map((path) => path.slice(0, -manifestPath.length))
    .sort((one, other) => one.length - other.length)[0];
}

function notesOf(manifest: Manifest, document: GraphDocument, files: Files, folder: string): CodeNote[] {
  const sources = Object.entries(manifest.sources).flatMap(([path, { hash, node }]): CodeNote[] => {
    const text = own(files, folder + path);
    if (text !== undefined && textHash(text) === hash) return [];
    const what =
      text === undefined ? "is missing" : "was edited after the export; that change is not carried over";
    return [{ ...(node === undefined ? {} : { nodeId: node }), message: `${path} ${what}.` }];
  });
  const added = Object.keys(files)
    .filter((path) => path.startsWith(`${folder}src/`) && !own(manifest.sources, path.slice(folder.length)))
    .map((path): CodeNote => ({ message: `${path.slice(folder.length)} is new; it is not carried over.` }));
  const edited: CodeNote[] =
    documentHash(document) === manifest.document
      ? []
      : [{ message: `${documentPath} was edited after the export: the graph is taken as it is there now.` }];
  return [...edited, ...sources, ...added];
}

function parsedJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}
