import { AppError } from "@/workflows/errors/app-error";
import { lengthWithoutFiles } from "./length-without-files";

/** Bodies of requests end here: 2 MB of JSON is a graph of some thousand nodes. */
export const bodyLimit = 2 * 1024 * 1024;
/** Where images and files come with what is asked; 8 MB of them are 11 MB of Base64. What is none ends at 2 MB here, too. */
const filesBodyLimit = 12 * 1024 * 1024;

/**
 * The JSON body of a request, read no further than the limit.
 * @throws AppError invalid_input, too_large
 */
export async function readJson(request: Request, limit = bodyLimit): Promise<unknown> {
  if (!isJson(request.headers.get("content-type"))) {
    throw new AppError("invalid_input", "The body must be JSON.", {
      hint: "Send the header `content-type: application/json`.",
    });
  }
  const text = new TextDecoder().decode(await readLimited(request, limit));
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("invalid_input", "The body is not valid JSON.", {}, { cause });
  }
}

/**
 * The JSON body of a request that images and files may be part of: with them it is read further.
 * @throws AppError invalid_input, too_large
 */
export async function readJsonWithFiles(request: Request): Promise<unknown> {
  const body = await readJson(request, filesBodyLimit);
  if (lengthWithoutFiles(body) <= bodyLimit) return body;
  throw new AppError(
    "too_large",
    `What you send is larger than ${inMb(bodyLimit)} without images and files.`,
    {
      hint: "Send less text, or let the agent fetch it: an HTTP node reads from an address.",
      data: { limitBytes: bodyLimit },
    },
  );
}

function isJson(contentType: string | null): boolean {
  return contentType?.split(";")[0]?.trim().toLowerCase() === "application/json";
}

async function readLimited(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge(limit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = (limit: number) =>
  new AppError("too_large", `The body is larger than ${inMb(limit)}, so it was not read.`, {
    data: { limitBytes: limit },
  });

const inMb = (bytes: number) => `${bytes / 1024 / 1024} MB`;
