import type { ChannelType } from "@/workflows/graph/channel";
import type { Json } from "@/workflows/graph/json";
import { type Attachment, attachmentsIn } from "@/workflows/nodes/attachments";

/** An image or a file as a person attached it. */
export type Attached = Omit<Attachment, "kind">;

/** The types of channels that hold a single one. */
const single = new Set<ChannelType>(["string", "object"]);

/** What a channel of this type can be given at most. */
export const mostFor = (type: ChannelType): number => (single.has(type) ? 1 : 10);

/** The images and files in a value; what is none of them has none. */
export function attachedIn(value: Json | undefined): Attachment[] {
  try {
    return attachmentsIn(value, "value");
  } catch {
    return [];
  }
}

/** The value of a channel of this type that holds what is attached. */
export function valueWith(type: ChannelType, attached: readonly Attached[]): Json {
  const [first] = attached;
  if (type === "string") return first ? urlOf(first) : "";
  if (type === "object") return first ? plain(first) : null;
  return attached.map(plain);
}

export const urlOf = ({ mimeType, data }: Attached): string => `data:${mimeType};base64,${data}`;

/** Bytes behind the Base64. */
export const sizeOf = ({ data }: Attached): number =>
  Math.floor((data.length * 3) / 4) - (data.endsWith("==") ? 2 : data.endsWith("=") ? 1 : 0);

const plain = ({ mimeType, data, name }: Attached): Json => ({ mimeType, data, name });
