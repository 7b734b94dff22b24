import { z } from "zod";
import type { FileGateway, NewFile } from "@/workflows/runtime/ports";
import { fingerprintOf } from "./fingerprint.server";
import { recorded } from "./recorded.server";
import { type Codec, nothingCodec, type Request } from "./visit-recorder.server";

const fileSchema = z.object({ name: z.string(), contentType: z.string(), bytes: z.string() });

/** What a file holds as text, so that it stands in a recording. */
const fileCodec: Codec<NewFile | undefined> = {
  write: (file) => (file ? { ...file, bytes: Buffer.from(file.bytes).toString("base64") } : null),
  read: (json) => {
    const file = fileSchema.nullable().parse(json);
    return file ? { ...file, bytes: new Uint8Array(Buffer.from(file.bytes, "base64")) } : undefined;
  },
};

/** Files, with a recording in between. */
export function recordedFiles(files: FileGateway): FileGateway {
  return {
    write: (call, file) => {
      const { name, contentType, bytes } = file;
      const content = fingerprintOf(Buffer.from(bytes).toString("base64"));
      const wish = { name, contentType, content };
      return recorded(asked("write", call.place.scope, wish), () => files.write(call, file), nothingCodec);
    },
    read: (place, name) =>
      recorded(asked("read", place.scope, { name }), () => files.read(place, name), fileCodec),
    list: (place, wish) => recorded(asked("list", place.scope, wish), () => files.list(place, wish)),
    delete: (call, name) =>
      recorded(asked("delete", call.place.scope, { name }), () => files.delete(call, name)),
  };
}

function asked(operation: string, scope: string, wish: object): Request {
  return { kind: "file", target: `${operation} ${scope}`, request: { operation, scope, ...wish } };
}
