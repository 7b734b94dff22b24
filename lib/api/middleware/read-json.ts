import { AppError } from "@/workflows/errors/app-error";

/** Bodies of requests end here: 2 MB of JSON is a graph of some thousand nodes. */
export const bodyLimit = 2 * 1024 * 1024;

/**
 * The JSON body of a request, read no further than the limit.
 * @throws AppError invalid_input, too_large
 */
export async function readJson(request: Request): Promise<unknown> {
  if (!isJson(request.headers.get("content-type"))) {
    throw new AppError("invalid_input", "The body must be JSON.", {
      hint: "Send the header `content-type: application/json`.",
    });
  }
  const text = new TextDecoder().decode(await readLimited(request));
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("invalid_input", "The body is not valid JSON.", {}, { cause });
  }
}

function isJson(contentType: string | null): boolean {
  return contentType?.split(";")[0]?.trim().toLowerCase() === "application/json";
}

async function readLimited(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > bodyLimit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > bodyLimit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = () =>
  new AppError("too_large", `The body is larger than ${bodyLimit / 1024 / 1024} MB, so it was not read.`, {
    data: { limitBytes: bodyLimit },
  });
