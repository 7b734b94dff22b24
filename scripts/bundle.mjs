// Bundles the server process and the command line into dist/. Packages stay outside, in node_modules.
import { rmSync } from "node:fs";
import { build } from "esbuild";
import { inRoot, root } from "./lib/paths.mjs";
import { workerEntries } from "./lib/worker-entries.mjs";

rmSync(inRoot("dist"), { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: { server: "./server.ts", cli: "./lib/cli/main.ts", ...workerEntries(root) },
  outdir: "dist",
  bundle: true,
  packages: "external",
  platform: "node",
  target: "node22",
  format: "esm",
  sourcemap: true,
  splitting: true,
  chunkNames: "chunk-[hash]",
  logLevel: "warning",
});
