import { resolve } from "node:path";

/** Runs TypeScript; scripts find the project's Node beside it. */
export const tsx = resolve("node_modules/.bin/tsx");
