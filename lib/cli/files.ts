import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { AppError } from "@/workflows/errors/app-error";

/** npm changes into the project's folder; a path means what it meant where the person typed it. */
export const whereTyped = (path: string) => resolve(process.env.INIT_CWD ?? process.cwd(), path);

/** @param path `-` = standard input @throws AppError invalid_input, not_found */
export function readJson(path: string): unknown {
  return parseJson(readText(path), path === "-" ? "Standard input" : path);
}

/** @throws AppError invalid_input */
export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("invalid_input", `${what} is not valid JSON.`, {}, { cause });
  }
}

export function writeText(path: string, text: string): void {
  writeFileSync(whereTyped(path), text);
}

function readText(path: string): string {
  try {
    return readFileSync(path === "-" ? 0 : whereTyped(path), "utf8");
  } catch (cause) {
    throw new AppError("not_found", `${path} cannot be read.`, {}, { cause });
  }
}
