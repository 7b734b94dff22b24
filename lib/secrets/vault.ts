import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { AppError } from "@/workflows/errors/app-error";
import type { Keyring } from "./keyring";

/** Where a sealed value lives. It opens nowhere else, so a copied row is worth nothing. */
export interface SealedPlace {
  workspaceId: string;
  rowId: string;
}

/** Seals values for the database with AES-256-GCM: `keyId.iv.tag.ciphertext`, the parts in base64url. */
export interface Vault {
  seal(plain: string, place: SealedPlace): string;
  /** @throws AppError `unavailable` when the key is unknown or the value was changed or moved */
  open(sealed: string, place: SealedPlace): string;
  /** Whether the value was sealed by an older key and should be sealed again. */
  isStale(sealed: string): boolean;
}

/** Twelve bytes is the size GCM is specified for (NIST SP 800-38D). */
const ivBytes = 12;
const tagBytes = 16;

export function createVault(keyring: Keyring): Vault {
  return {
    seal(plain, place) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv("aes-256-gcm", keyring.current.bytes, iv, { authTagLength: tagBytes });
      cipher.setAAD(additionalData(place));
      const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      const parts = [iv, cipher.getAuthTag(), body].map((part) => part.toString("base64url"));
      return [keyring.current.id, ...parts].join(".");
    },
    open(sealed, place) {
      const [keyId = "", ...encoded] = sealed.split(".");
      const [iv, tag, body] = encoded.map((part) => Buffer.from(part, "base64url"));
      const key = keyring.find(keyId);
      if (!key) throw cannotOpen("its encryption key is not configured");
      if (!iv || !tag || !body) throw cannotOpen("it is damaged");
      try {
        const decipher = createDecipheriv("aes-256-gcm", key.bytes, iv, { authTagLength: tagBytes });
        decipher.setAAD(additionalData(place));
        decipher.setAuthTag(tag);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
      } catch (cause) {
        throw cannotOpen("it was changed or belongs to another place", cause);
      }
    },
    isStale: (sealed) => !sealed.startsWith(`${keyring.current.id}.`),
  };
}

function additionalData({ workspaceId, rowId }: SealedPlace): Buffer {
  return Buffer.from(JSON.stringify([workspaceId, rowId]));
}

function cannotOpen(reason: string, cause?: unknown): AppError {
  return new AppError(
    "unavailable",
    `A stored secret cannot be read: ${reason}.`,
    { hint: "Put the key it was sealed with into ENCRYPTION_KEY, or enter the secret again." },
    { cause },
  );
}
