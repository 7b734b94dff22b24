import { fileTypes, imageTypes } from "@/workflows/nodes/attachments";
import { type Attached, sizeOf } from "./attached";
import { readBase64 } from "./read-base64";
import { smaller } from "./smaller";

/** For a file dialog. */
export const acceptedTypes = [...imageTypes, ...fileTypes].join(",");

/** All that one message carries, in bytes: as Base64 it has to fit into the body of a request. */
const mostBytes = 8 * 1024 * 1024;

export interface Taken {
  attached: Attached[];
  /** What was left out and why, a sentence each. */
  refused: string[];
}

/**
 * Reads files that a person chose, dropped or pasted, beside those that are attached already. Large pictures are made
 * smaller: models do not see more in them.
 * @param most how many may be attached; of more than one the newest stay out, of one the newest takes its place
 */
export async function takeFiles(
  files: readonly File[],
  before: readonly Attached[],
  most: number,
): Promise<Taken> {
  const refused: string[] = [];
  const attached = most === 1 ? [] : [...before];
  for (const file of files) {
    const problem = attached.length >= most ? `only ${most} can be attached` : problemOf(file);
    if (problem) {
      refused.push(`${file.name}: ${problem}.`);
      continue;
    }
    const read = await readFile(file);
    if (total([...attached, read]) > mostBytes) refused.push(`${file.name}: together they are over 8 MB.`);
    else attached.push(read);
  }
  return { attached: most === 1 && attached.length === 0 ? [...before] : attached, refused };
}

function problemOf({ type, size }: File): string | undefined {
  const isImage = imageTypes.includes(type);
  if (!isImage && !fileTypes.includes(type))
    return "only pictures (PNG, JPEG, WebP, GIF) and PDFs can be attached";
  // A picture may become small enough.
  if (!isImage && size > mostBytes) return "it is over 8 MB";
  return size === 0 ? "it is empty" : undefined;
}

async function readFile(file: File): Promise<Attached> {
  const content = (await smaller(file)) ?? file;
  return { mimeType: content.type, data: await readBase64(content), name: file.name };
}

const total = (attached: readonly Attached[]) => attached.reduce((sum, each) => sum + sizeOf(each), 0);
