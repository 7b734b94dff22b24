import { AppError } from "@/workflows/errors/app-error";

export type AttachmentKind = "image" | "file";

/** Something that a model looks at beside text. */
export interface Attachment {
  kind: AttachmentKind;
  mimeType: string;
  /** Base64. */
  data: string;
  name: string;
}

export const imageTypes = ["image/png", "image/jpeg", "image/webp", "image/gif"];
export const fileTypes = ["application/pdf"];
/** Letters of Base64 in all: about 15 MB, which is what most providers take. */
const mostLetters = 20_000_000;

const dataUrl = /^data:([a-z0-9.+/-]+)(?:;[a-z0-9=.+-]+)*;base64,([A-Za-z0-9+/]+={0,2})$/;

/**
 * What a channel holds for a model to look at: a data URL, an object of `data` (Base64), `mimeType` and `name`, or a
 * list of them. @throws AppError invalid_input, saying what is wrong with which
 */
export function attachmentsIn(value: unknown, channel: string): Attachment[] {
  const entries = Array.isArray(value)
    ? value
    : value === null || value === undefined || value === ""
      ? []
      : [value];
  const found = entries.map((entry, index) =>
    attachmentOf(
      entry,
      entries.length > 1 ? `Entry ${index + 1} of “${channel}”` : `The channel “${channel}”`,
    ),
  );
  const letters = found.reduce((sum, { data }) => sum + data.length, 0);
  if (letters > mostLetters)
    throw wrong(`What “${channel}” holds is too large: up to 15 MB are sent to a model.`);
  return found;
}

function attachmentOf(entry: unknown, what: string): Attachment {
  const { mimeType, data, name } = partsOf(entry, what);
  if (imageTypes.includes(mimeType)) return { kind: "image", mimeType, data, name };
  if (fileTypes.includes(mimeType)) return { kind: "file", mimeType, data, name };
  const known = [...imageTypes, ...fileTypes].map((type) => type.split("/")[1]).join(", ");
  throw wrong(`${what} is of the type ${mimeType}, which models are not sent. They are sent ${known}.`);
}

function partsOf(entry: unknown, what: string): Omit<Attachment, "kind"> {
  if (typeof entry === "string") {
    const [, mimeType, data] = dataUrl.exec(entry) ?? [];
    if (mimeType && data) return { mimeType, data, name: "file" };
  } else if (typeof entry === "object" && entry !== null && "data" in entry && "mimeType" in entry) {
    const name = "name" in entry && typeof entry.name === "string" ? entry.name : "file";
    const { data, mimeType } = entry;
    if (typeof data === "string" && typeof mimeType === "string") return { mimeType, data, name };
  }
  throw wrong(`${what} holds nothing that a model can look at.`);
}

function wrong(message: string): AppError {
  return new AppError("invalid_input", message, {
    field: "attachments",
    hint: "Give a data URL (data:image/png;base64,…), or an object with data, mimeType and name.",
  });
}
