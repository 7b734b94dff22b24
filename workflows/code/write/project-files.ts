import type { Files } from "../files";
import { devPackageVersions, overrides, packageVersions } from "../packages";
import type { CodeNote } from "./scope";

/** `package.json`, with the packages that these sources import. */
export function packageFile(name: string, sources: Files): string {
  const imported = Object.values(sources).flatMap((text) => [
    ...text.matchAll(/\bfrom "((?:@[^/"]+\/)?[^./"@][^/"]*)/g),
  ]);
  const names = new Set(imported.map((match) => match[1] ?? ""));
  const dependencies = Object.entries(packageVersions).filter(([known]) => names.has(known));
  const typed = (known: string) => known.replace(/^@types\//, "");
  const devDependencies = Object.entries(devPackageVersions).filter(
    ([known]) => known === typed(known) || known === "@types/node" || names.has(typed(known)),
  );
  return json({
    name,
    private: true,
    type: "module",
    engines: { node: ">=22.9" },
    scripts: { start: "tsx --env-file-if-exists=.env src/main.ts", types: "tsc" },
    dependencies: Object.fromEntries(dependencies),
    devDependencies: Object.fromEntries(devDependencies),
    overrides,
  });
}

export const tsconfigFile = json({
  compilerOptions: {
    target: "ES2023",
    lib: ["ES2024"],
    types: ["node"],
    module: "esnext",
    moduleResolution: "bundler",
    strict: true,
    noUncheckedIndexedAccess: true,
    noImplicitOverride: true,
    allowJs: true,
    checkJs: false,
    skipLibCheck: true,
    noEmit: true,
  },
  include: ["src"],
});

export const gitignoreFile = "node_modules/\n.env\n";

/** `.env.example`: every variable with what it is for. */
export function envFile(variables: ReadonlyMap<string, string>): string {
  const lines = [...variables]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, purpose]) => [`# ${purpose.replaceAll("\n", " ")}`, `${name}=`, ""]);
  return lines.length > 0 ? lines.join("\n") : "# This graph needs no keys.\n";
}

export interface ReadmeFacts {
  title: string;
  inputs: readonly string[];
  variables: ReadonlyMap<string, string>;
  notes: readonly CodeNote[];
  titles: Readonly<Record<string, string>>;
}

export function readmeFile({ title, inputs, variables, notes, titles }: ReadmeFacts): string {
  const keys = variables.size > 0 ? ["cp .env.example .env   # and fill in the keys"] : [];
  return [
    `# ${title}`,
    "",
    "A LangGraph.js project, exported from Signalbox. It runs with public packages alone.",
    "",
    "```sh",
    "npm install",
    ...keys,
    `npm start -- '{${inputs.map((name) => `"${name}": …`).join(", ")}}'`,
    "```",
    "",
    "Where the run waits for a person, type the id of an answer, or JSON such as",
    '`{"answer": "approve", "text": "…", "edits": {}}`.',
    "",
    "| File | What it holds |",
    "| --- | --- |",
    "| `src/graph.ts` | nodes, edges, and where ports lead |",
    "| `src/state.ts` | the channels of the state, inputs and outputs |",
    "| `src/nodes/` | what each node does |",
    "| `src/models.ts` | the models, where the graph uses any |",
    "| `src/lib/` | what the nodes share: expressions, messages, reducers |",
    "| `graph.json` | the graph as it was drawn; `signalbox.json` tells whether the code still matches it |",
    "",
    "Import the folder (as a zip) or `graph.json` into Signalbox to get the same graph back. Changes to the code are",
    "not carried over; the import names the files.",
    "",
    ...(notes.length > 0
      ? ["## Other than in Signalbox", "", ...notes.map((note) => noteLine(note, titles)), ""]
      : []),
  ].join("\n");
}

function noteLine({ nodeId, message }: CodeNote, titles: Readonly<Record<string, string>>): string {
  return nodeId === undefined ? `- ${message}` : `- **${titles[nodeId] ?? nodeId}**: ${message}`;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
