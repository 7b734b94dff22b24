import { AppError } from "@/workflows/errors/app-error";
import type { Json } from "@/workflows/graph/json";
import { readJson } from "../json-text";

export const fileForms = ["text", "json", "base64"] as const;
export type FileForm = (typeof fileForms)[number];

const longestName = 200;
const segment = /^(?!\.{1,2}$)[^\\/\p{C}<>:"|?*]+$/u;

/** A file's name as its template came out. @throws AppError node_failed */
export function fileName(name: string): string {
  if (
    name.length <= longestName &&
    name.split("/").every((part) => part === part.trim() && segment.test(part))
  )
    return name;
  throw new AppError("node_failed", `“${name.slice(0, 80)}” is no name for a file.`, {
    field: "name",
    hint: `Up to ${longestName} characters; folders with /, none of them empty, “.” or “..”; without \\ < > : " | ? *.`,
  });
}

/** Types that a name's ending stands for; nothing among them is run by a browser. */
const types: Readonly<Record<string, string>> = {
  csv: "text/csv; charset=utf-8",
  gif: "image/gif",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  json: "application/json",
  md: "text/markdown; charset=utf-8",
  pdf: "application/pdf",
  png: "image/png",
  txt: "text/plain; charset=utf-8",
  webp: "image/webp",
  xml: "application/xml",
  zip: "application/zip",
};
const usual = {
  text: "text/plain; charset=utf-8",
  json: "application/json",
  base64: "application/octet-stream",
};

export function contentTypeOf(name: string, form: FileForm): string {
  const ending = name.split(".").at(-1)?.toLowerCase() ?? "";
  return Object.hasOwn(types, ending) ? (types[ending] ?? usual[form]) : usual[form];
}

/** What is written, as bytes. @throws AppError node_failed */
export function toBytes(value: Json, form: FileForm): Uint8Array {
  if (form === "json") return new TextEncoder().encode(JSON.stringify(value, null, 2));
  if (form === "text") return new TextEncoder().encode(asText(value));
  const text = typeof value === "string" ? value.replace(/\s/g, "") : "";
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) {
    if (value === "") return new Uint8Array();
    throw new AppError("node_failed", "What is to be written is no base64.", { field: "content" });
  }
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

function asText(value: Json): string {
  if (value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** What was read. @throws AppError node_failed */
export function fromBytes(bytes: Uint8Array, form: FileForm): Json {
  if (form === "base64") {
    let binary = "";
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return btoa(binary);
  }
  const text = decoded(bytes);
  if (form === "text") return text;
  try {
    return readJson(text, { fenced: false });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("node_failed", `What is in the file is no JSON. ${why}`, { field: "form" }, { cause });
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    const hint = "Read it as base64.";
    throw new AppError(
      "node_failed",
      "What is in the file is no text in UTF-8.",
      { field: "form", hint },
      { cause },
    );
  }
}
