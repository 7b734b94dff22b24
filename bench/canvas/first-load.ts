import { build } from "esbuild";

/** What the browser runs of the editor's page: `app/layout.tsx`, the studio's, the agent's and its Build tab. */
const entries = [
  "components/shell/providers.tsx",
  "components/shell/command-palette/command-palette.tsx",
  "components/shell/main-nav.tsx",
  "components/editor/workspace.tsx",
  "components/editor/build-view.tsx",
];

/** The packages of which the editor's page loads something before its graph is drawn: all that no `import()` leads to. */
export async function firstPackages(): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: entries,
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    format: "esm",
    outdir: "first-load",
    jsx: "automatic",
    packages: "external",
    alias: { "@": process.cwd() },
    loader: { ".css": "empty" },
    logLevel: "error",
  });
  const known = new Set<string>();
  const packages = new Set<string>();
  const follow = (name: string) => {
    if (known.has(name)) return;
    known.add(name);
    for (const { kind, external, path } of metafile.outputs[name]?.imports ?? []) {
      if (kind !== "import-statement") continue;
      if (external) packages.add(packageOf(path));
      else follow(path);
    }
  };
  for (const [name, { entryPoint }] of Object.entries(metafile.outputs)) {
    if (entryPoint && entries.includes(entryPoint)) follow(name);
  }
  return [...packages].sort();
}

/** `@scope/name` or `name`, of whatever is imported from it. */
const packageOf = (path: string) =>
  path
    .split("/")
    .slice(0, path.startsWith("@") ? 2 : 1)
    .join("/");
