import { createHash } from "node:crypto";
import { AppError } from "@/workflows/errors/app-error";

export interface EncryptionKey {
  /** First 8 hex digits of the key's SHA-256: stable, needs no bookkeeping, tells nothing useful. */
  id: string;
  bytes: Buffer;
}

/** The first key seals; all of them open, so that a key is rotated by putting a new one in front. */
export interface Keyring {
  current: EncryptionKey;
  find(id: string): EncryptionKey | undefined;
}

/**
 * @param encoded keys of 32 bytes in base64, base64url or hex, newest first
 * @throws AppError `invalid_input` when one is not 32 bytes long
 */
export function createKeyring(encoded: readonly string[]): Keyring {
  const keys = encoded.map(decodeKey);
  const [current] = keys;
  if (!current) throw new AppError("invalid_input", "ENCRYPTION_KEY is empty.", { field: "ENCRYPTION_KEY" });
  return { current, find: (id) => keys.find((key) => key.id === id) };
}

function decodeKey(encoded: string): EncryptionKey {
  const isHex = /^[0-9a-f]{64}$/i.test(encoded);
  const bytes = Buffer.from(encoded, isHex ? "hex" : "base64");
  if (bytes.length !== 32) {
    throw new AppError("invalid_input", "ENCRYPTION_KEY must be 32 bytes in base64 or hex.", {
      field: "ENCRYPTION_KEY",
      hint: "Make one with: openssl rand -base64 32",
    });
  }
  return { id: createHash("sha256").update(bytes).digest("hex").slice(0, 8), bytes };
}
